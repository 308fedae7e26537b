#include <jwt.h>
#include <string.h>

const char *subject(const char *token)
{
    jwt_t *jwt = NULL;
    if (jwt_decode(&jwt, token, NULL, 0) != 0) // finding: decoded without a key
        return NULL;
    return jwt_get_grant(jwt, "sub");
}

const char *role(const char *token, const unsigned char *key, int length)
{
    jwt_t *jwt = NULL;
    jwt_decode(&jwt, token, key, length); // finding: Nothing looks at the result
    return jwt_get_grant(jwt, "role");
}

char *issue(const char *user)
{
    jwt_t *jwt = NULL;
    if (jwt_new(&jwt) != 0)
        return NULL;
    jwt_add_grant(jwt, "sub", user);
    jwt_set_alg(jwt, JWT_ALG_NONE, NULL, 0); // finding: takes tokens without a signature
    return jwt_encode_str(jwt);
}
