#include <openssl/crypto.h>
#include <string.h>

int check_mac(const unsigned char *computed_mac, const unsigned char *received_mac)
{
    return CRYPTO_memcmp(computed_mac, received_mac, 32) == 0;
}

int confirm(const char *password, const char *confirm_password)
{
    return strcmp(password, confirm_password) == 0;
}

int is_comment(const char *token)
{
    return strcmp(token, "//") == 0;
}
