#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static char *buffer;

static void on_signal(int number)
{
    printf("signal %d\n", number); // finding: 'printf' is called in the signal handler
    free(buffer); // finding: 'free' is called in the signal handler
    exit(1); // finding: 'exit' is called in the signal handler
}

static void log_text(const char *text)
{
    syslog(6, text); // finding: 'syslog' is called by the signal handler 'on_hangup', through another function
}

static void on_hangup(int number)
{
    log_text("hangup");
}

static void on_child(int number)
{
    syslog(6, "child"); // finding: 'syslog' is called in the signal handler
}

int main(void)
{
    struct sigaction action;
    buffer = malloc(10);
    signal(SIGINT, on_signal);
    signal(SIGHUP, on_hangup);
    action.sa_handler = on_child;
    sigaction(SIGCHLD, &action, NULL);
    return 0;
}
