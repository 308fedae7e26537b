#include <openssl/evp.h>
#include <openssl/md5.h>
#include <openssl/sha.h>

void sign(EVP_MD_CTX *ctx, const unsigned char *data, size_t size, unsigned char *out)
{
    MD5(data, size, out); // finding: MD5
    SHA1(data, size, out); // finding: SHA-1
    EVP_DigestInit_ex(ctx, EVP_md5(), NULL); // finding: MD5
    const EVP_MD *md = EVP_get_digestbyname("sha1"); // finding: SHA-1
    MD5_CTX md5;
    MD5_Init(&md5); // finding: MD5
    MD5_Update(&md5, data, size);
    MD5_Final(out, &md5);
}
