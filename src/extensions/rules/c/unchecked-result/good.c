#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <stdlib.h>

int make(unsigned char *key, SSL *ssl, EVP_CIPHER_CTX *ctx, unsigned char *out, int *size)
{
    if (RAND_bytes(key, 32) != 1)
        abort();
    if (EVP_DecryptFinal_ex(ctx, out, size) <= 0)
        return -1;
    int ok = EVP_VerifyFinal(NULL, out, 3, NULL);
    printf("%d\n", ok);
    return SSL_get_verify_result(ssl) == X509_V_OK;
}
