#include <gcrypt.h>
#include <openssl/evp.h>

void seal(EVP_CIPHER_CTX *ctx, const unsigned char *key, const unsigned char *iv)
{
    EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, key, iv);
    EVP_EncryptInit_ex(ctx, EVP_chacha20_poly1305(), NULL, key, iv);
    const EVP_CIPHER *named = EVP_get_cipherbyname("aes-256-cbc");
    gcry_cipher_hd_t handle;
    gcry_cipher_open(&handle, GCRY_CIPHER_AES256, GCRY_CIPHER_MODE_GCM, 0);
    describe("des");
}
