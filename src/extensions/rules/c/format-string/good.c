#include <stdarg.h>
#include <stdio.h>
#include <syslog.h>

#define FORMAT "%s: %d\n"

static const char *usage = "usage: tool FILE\n";

void show(const char *text)
{
    printf("%s", text);
    printf(FORMAT, text, 1);
    fprintf(stderr, usage);
    syslog(LOG_INFO, "%s", text);
}

void report(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    vfprintf(stderr, format, list);
    va_end(list);
}

void chosen(int count)
{
    const char *format = count == 1 ? "%d file\n" : "%d files\n";
    printf(format, count);
    printf(count > 1 ? "many\n" : "one\n");
}

int main(int argc, char **argv)
{
    if (argc > 1)
        printf("%s\n", argv[1]);
    return 0;
}

static void report(struct job *job, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(job->line, sizeof(job->line), format, arguments);
    va_end(arguments);
    fprintf(job->log, "%s", job->line);
}

void on_line(struct job *job, const char *line)
{
    report(job, "%s: %s", job->name, line);
}
