#include <openssl/evp.h>
#include <openssl/sha.h>
#include <sodium.h>
#include <string.h>

int store(const char *password, char *out, unsigned char *salt, unsigned char *file, size_t size)
{
    PKCS5_PBKDF2_HMAC(password, -1, salt, 16, 310000, EVP_sha256(), 32, (unsigned char *)out);
    SHA256(file, size, (unsigned char *)out);
    char *stored = crypt(password, "$6$saltsalt$");
    return crypto_pwhash_str(out, password, strlen(password), crypto_pwhash_OPSLIMIT_MODERATE,
                             crypto_pwhash_MEMLIMIT_MODERATE);
}
