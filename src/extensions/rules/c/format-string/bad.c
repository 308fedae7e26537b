#include <stdio.h>
#include <string.h>
#include <syslog.h>

void show(const char *text)
{
    printf(text); // finding: is the format of 'printf'
}

void note(char *text)
{
    char line[128];
    fprintf(stderr, text); // finding: is the format of 'fprintf'
    snprintf(line, sizeof(line), text); // finding: is the format of 'snprintf'
    syslog(LOG_INFO, line); // finding: is the format of 'syslog'
}

int main(int argc, char **argv)
{
    char buffer[256];
    printf(argv[1]); // finding: The command line
    if (fgets(buffer, sizeof(buffer), stdin))
        printf(buffer); // finding: The standard input
    char both[300] = "Hello ";
    strcat(both, buffer);
    fprintf(stdout, both); // finding: The standard input
    return 0;
}

static void report(struct job *job, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(job->line, sizeof(job->line), format, arguments);
    va_end(arguments);
    fprintf(job->log, job->line); // finding: What 'vsnprintf' made
}

void on_line(struct job *job, const char *line)
{
    report(job, "%s: %s", job->name, line);
}
