#include <openssl/dh.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

void make(EVP_PKEY_CTX *ctx, RSA *rsa, BIGNUM *e, DH *dh)
{
    RSA *old = RSA_generate_key(1024, 3, NULL, NULL); // finding: 1024 bits
    RSA_generate_key_ex(rsa, 512, e, NULL); // finding: 512 bits
    EVP_PKEY_CTX_set_rsa_keygen_bits(ctx, 1024); // finding: 1024 bits
    DH_generate_parameters_ex(dh, 512, 2, NULL); // finding: 512 bits
}
