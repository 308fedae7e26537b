#include <jwt.h>
#include <string.h>

const char *subject(const char *token, const unsigned char *key, int length)
{
    jwt_t *jwt = NULL;
    if (jwt_decode(&jwt, token, key, length) != 0)
        return NULL;
    if (jwt_get_alg(jwt) != JWT_ALG_HS256) {
        jwt_free(jwt);
        return NULL;
    }
    return jwt_get_grant(jwt, "sub");
}

char *issue(const char *user, const unsigned char *key, int length)
{
    jwt_t *jwt = NULL;
    if (jwt_new(&jwt) != 0)
        return NULL;
    jwt_add_grant(jwt, "sub", user);
    jwt_set_alg(jwt, JWT_ALG_HS256, key, length);
    return jwt_encode_str(jwt);
}
