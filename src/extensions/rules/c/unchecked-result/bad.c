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

int age(void)
{
    int years = 0;
    scanf("%d", &years); // finding: whether 'scanf' succeeded
    return years;
}

int greet(const char *line)
{
    char name[20];
    if (sscanf(line, "%19s", name) == 0) // finding: at the end of its input
        return -1;
    if (puts(name) == 0) // finding: when it fails, not 0
        return -1;
    return 0;
}
