#include <openssl/evp.h>
#include <openssl/rsa.h>

void make(EVP_PKEY_CTX *ctx, RSA *rsa, BIGNUM *e, int bits)
{
    RSA_generate_key_ex(rsa, 2048, e, NULL);
    RSA_generate_key_ex(rsa, bits, e, NULL);
    EVP_PKEY_CTX_set_rsa_keygen_bits(ctx, 4096);
}
