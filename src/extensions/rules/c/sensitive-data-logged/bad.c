#include <stdio.h>
#include <syslog.h>

void report(const char *user, const char *password, FILE *log_file)
{
    syslog(LOG_INFO, "login of %s with %s", user, password); // finding: 'password' is written to a log
    fprintf(log_file, "password: %s\n", password); // finding: 'password' is written to a log
    printf("Your password is %s\n", password); // finding: 'password' is written to the output
}
