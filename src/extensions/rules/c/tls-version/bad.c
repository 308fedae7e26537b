#include <curl/curl.h>
#include <openssl/ssl.h>

void make(CURL *curl, SSL_CTX *given)
{
    SSL_CTX *ctx = SSL_CTX_new(SSLv3_method()); // finding: SSL 3
    SSL_CTX *old = SSL_CTX_new(TLSv1_client_method()); // finding: TLS 1.0
    SSL_CTX_set_min_proto_version(given, TLS1_VERSION); // finding: TLS 1.0
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_1); // finding: TLS 1.1
}
