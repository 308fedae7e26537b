#include <curl/curl.h>
#include <openssl/ssl.h>

static int look(int ok, X509_STORE_CTX *ctx)
{
    if (!ok)
        note(ctx);
    return ok;
}

void open_connection(CURL *curl, SSL_CTX *ctx)
{
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 0L);
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, NULL);
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, look);
}
