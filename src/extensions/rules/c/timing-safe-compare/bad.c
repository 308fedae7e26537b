#include <string.h>

int check_mac(const unsigned char *computed_mac, const unsigned char *received_mac)
{
    return memcmp(computed_mac, received_mac, 32) == 0; // finding: 'computed_mac' is compared in variable time
}

int check_token(const char *session_token, const char *stored_token)
{
    return strcmp(session_token, stored_token) == 0; // finding: is compared in variable time
}

int check_password(const char *password_hash, const char *stored_hash)
{
    if (strcmp(password_hash, stored_hash) != 0) // finding: 'password_hash' is compared in variable time
        return 0;
    return 1;
}
