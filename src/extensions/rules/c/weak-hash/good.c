#include <openssl/evp.h>
#include <openssl/sha.h>

void sign(EVP_MD_CTX *ctx, const unsigned char *data, size_t size, unsigned char *out)
{
    SHA256(data, size, out);
    EVP_DigestInit_ex(ctx, EVP_sha256(), NULL);
    const EVP_MD *md = EVP_get_digestbyname("sha512");
    HMAC(EVP_sha256(), data, 3, data, size, out, NULL);
}
