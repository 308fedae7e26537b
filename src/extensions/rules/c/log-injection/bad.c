#include <stdio.h>
#include <sys/socket.h>
#include <syslog.h>

void handle(int client, FILE *log_file)
{
    char user[128];
    recv(client, user, sizeof(user), 0);
    syslog(LOG_INFO, "login of %s", user); // finding: A network connection
    fprintf(log_file, "login of %s\n", user); // finding: A network connection
}
