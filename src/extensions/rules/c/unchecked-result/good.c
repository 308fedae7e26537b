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

int is_signed(EVP_MD_CTX *ctx, const unsigned char *signature, size_t size)
{
    int rc = EVP_DigestVerifyFinal(ctx, signature, size);
    return rc == 1;
}

long copy(int from, char *to, size_t room)
{
    ssize_t count = read(from, to, room);
    if (count > 0)
        return (long)count;
    return 0;
}

int lines(FILE *file)
{
    int c;
    int count = 0;
    while ((c = fgetc(file)) != EOF)
        count += c == 10;
    return count;
}

void *map(int file, size_t size)
{
    void *at = mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (at == MAP_FAILED)
        return NULL;
    return at;
}

int age(void)
{
    int years = 0;
    if (scanf("%d", &years) != 1)
        return -1;
    return years;
}

int greet(const char *line)
{
    char name[20];
    if (sscanf(line, "%19s", name) != 1)
        return -1;
    printf("%s", name);
    return puts(name) < 0 ? -1 : 0;
}
