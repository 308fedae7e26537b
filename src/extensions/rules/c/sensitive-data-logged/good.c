#include <stdio.h>
#include <string.h>
#include <syslog.h>

void report(const char *user, const char *password)
{
    syslog(LOG_INFO, "login of %s", user);
    printf("Enter password: ");
    printf("%zu\n", strlen(password));
    snprintf((char *)user, 10, "%s", password);
}
