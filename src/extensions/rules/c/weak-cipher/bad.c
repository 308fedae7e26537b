#include <gcrypt.h>
#include <openssl/des.h>
#include <openssl/evp.h>
#include <openssl/rc4.h>

void seal(EVP_CIPHER_CTX *ctx, const unsigned char *key, const unsigned char *iv)
{
    EVP_EncryptInit_ex(ctx, EVP_des_cbc(), NULL, key, iv); // finding: DES
    EVP_EncryptInit_ex(ctx, EVP_rc4(), NULL, key, iv); // finding: RC4
    EVP_EncryptInit_ex(ctx, EVP_aes_128_ecb(), NULL, key, NULL); // finding: ECB
    const EVP_CIPHER *named = EVP_get_cipherbyname("bf-cbc"); // finding: Blowfish
    DES_ecb_encrypt(NULL, NULL, NULL, DES_ENCRYPT); // finding: DES
    RC4(NULL, 3, NULL, NULL); // finding: RC4
    gcry_cipher_hd_t handle;
    gcry_cipher_open(&handle, GCRY_CIPHER_DES, GCRY_CIPHER_MODE_CBC, 0); // finding: DES
    gcry_cipher_open(&handle, GCRY_CIPHER_AES256, GCRY_CIPHER_MODE_ECB, 0); // finding: ECB
}
