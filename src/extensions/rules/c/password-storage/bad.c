#include <openssl/evp.h>
#include <openssl/sha.h>
#include <string.h>
#include <unistd.h>

void store(const char *password, unsigned char *out, unsigned char *salt)
{
    SHA256_CTX ctx;
    SHA256((const unsigned char *)password, strlen(password), out); // finding: is hashed by 'SHA256'
    SHA256_Update(&ctx, password, strlen(password)); // finding: is hashed by 'SHA256_Update'
    PKCS5_PBKDF2_HMAC(password, -1, salt, 16, 1000, EVP_sha256(), 32, out); // finding: 1000 rounds
    char *stored = crypt(password, "ab"); // finding: by an old method of 'crypt'
}
