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

int tunnel(int client)
{
    char host[256];
    struct addrinfo hints = { 0 }, *found;
    int n = recv(client, host, sizeof(host) - 1, 0);
    if (n <= 0)
        return -1;
    host[n] = '\0';
    return getaddrinfo(host, "443", &hints, &found); // finding: A network connection
}
