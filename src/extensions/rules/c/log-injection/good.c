#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <syslog.h>

void handle(int client, FILE *log_file)
{
    char user[128];
    int n = recv(client, user, sizeof(user) - 1, 0);
    syslog(LOG_INFO, "received %d bytes", n);
    fprintf(log_file, "connection\n");
    if (strpbrk(user, "\r\n") == NULL)
        syslog(LOG_INFO, "login of %s", user);
}
