#include <curl/curl.h>
#include <stdio.h>
#include <sys/socket.h>

void fetch(int client)
{
    char name[128], url[512];
    CURL *curl = curl_easy_init();
    recv(client, name, sizeof(name), 0);
    snprintf(url, sizeof(url), "https://api.example.com/items?q=%s", name);
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_URL, "https://example.com/");
    curl_easy_setopt(curl, CURLOPT_USERAGENT, name);
}

int main(int argc, char **argv)
{
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, argv[1]);
    return 0;
}

int tunnel(int client)
{
    char host[256];
    struct addrinfo hints = { 0 }, *found;
    int n = recv(client, host, sizeof(host) - 1, 0);
    if (n <= 0)
        return -1;
    host[n] = '\0';
    if (strcmp(host, "updates.example.com") != 0)
        return -1;
    return getaddrinfo(host, "443", &hints, &found);
}
