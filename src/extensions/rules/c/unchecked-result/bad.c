#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>

void make(unsigned char *key, SSL *ssl, EVP_CIPHER_CTX *ctx, unsigned char *out, int *size)
{
    RAND_bytes(key, 32); // finding: Nobody looks whether 'RAND_bytes' succeeded
    EVP_DecryptFinal_ex(ctx, out, size); // finding: Nobody looks whether 'EVP_DecryptFinal_ex' succeeded
    SSL_get_verify_result(ssl); // finding: Nobody looks whether 'SSL_get_verify_result' succeeded
    if (!EVP_VerifyFinal(NULL, out, 3, NULL)) // finding: is taken for success
        return;
}
