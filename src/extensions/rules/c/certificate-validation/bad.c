#include <curl/curl.h>
#include <openssl/ssl.h>

static int accept_all(int ok, X509_STORE_CTX *ctx)
{
    return 1;
}

void open_connection(CURL *curl, SSL_CTX *ctx)
{
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L); // finding: turns the check of certificates off
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0); // finding: turns the check of the host's name off
    SSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, NULL); // finding: turns the check of certificates off
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, accept_all); // finding: accepts every certificate
}
