#include <openssl/aes.h>
#include <openssl/evp.h>

static const unsigned char fixed_iv[16] = { 1, 2, 3, 4 };

void seal(EVP_CIPHER_CTX *ctx, const unsigned char *key)
{
    unsigned char iv[] = "0123456789012345";
    EVP_EncryptInit_ex(ctx, EVP_aes_256_cbc(), NULL, key, iv); // finding: is constant
    EVP_EncryptInit_ex(ctx, EVP_aes_256_cbc(), NULL, key, fixed_iv); // finding: is constant
    EVP_EncryptInit_ex(ctx, EVP_aes_256_cbc(), NULL, key, (unsigned char *)"0123456789abcdef"); // finding: is constant
}
