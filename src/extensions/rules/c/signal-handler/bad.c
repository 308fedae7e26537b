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

static void on_child(int number)
{
    syslog(6, "child"); // finding: 'syslog' is called in the signal handler
}

int main(void)
{
    struct sigaction action;
    buffer = malloc(10);
    signal(SIGINT, on_signal);
    action.sa_handler = on_child;
    sigaction(SIGCHLD, &action, NULL);
    return 0;
}
