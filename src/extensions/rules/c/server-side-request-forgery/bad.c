#include <curl/curl.h>
#include <stdlib.h>
#include <sys/socket.h>

void fetch(int client)
{
    char url[512];
    CURL *curl = curl_easy_init();
    recv(client, url, sizeof(url), 0);
    curl_easy_setopt(curl, CURLOPT_URL, url); // finding: A network connection
    curl_easy_setopt(curl, CURLOPT_URL, getenv("QUERY_STRING")); // finding: The request
}
