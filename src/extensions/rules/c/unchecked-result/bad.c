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

int is_signed(EVP_MD_CTX *ctx, const unsigned char *signature, size_t size)
{
    int rc = EVP_DigestVerifyFinal(ctx, signature, size); // finding: Nobody looks whether 'EVP_DigestVerifyFinal' succeeded
    return 1;
}

long copy(int from, char *to, size_t room)
{
    size_t count = read(from, to, room);
    if (count > 0) // finding: gives a number below 0 when it fails, and 'count' is unsigned
        return (long)count;
    return 0;
}

int lines(FILE *file)
{
    char c;
    int count = 0;
    while ((c = fgetc(file)) != EOF) // finding: that no 'char' holds
        count += c == 10;
    return count;
}

void *map(int file, size_t size)
{
    void *at = mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (at == NULL) // finding: gives no null pointer when it fails
        return NULL;
    return at;
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
