#include <openssl/evp.h>
#include <openssl/rand.h>
#include <string.h>

int seal(EVP_CIPHER_CTX *ctx, const unsigned char *key, const unsigned char *given)
{
    unsigned char iv[16] = { 0 };
    if (RAND_bytes(iv, sizeof(iv)) != 1)
        return 0;
    EVP_EncryptInit_ex(ctx, EVP_aes_256_cbc(), NULL, key, iv);
    EVP_EncryptInit_ex(ctx, EVP_aes_256_cbc(), NULL, key, given);
    EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, NULL, NULL);
    unsigned char copy[16];
    memcpy(copy, given, 16);
    return EVP_DecryptInit_ex(ctx, EVP_aes_256_cbc(), NULL, key, copy);
}
