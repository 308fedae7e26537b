#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static volatile sig_atomic_t stopped;

static void stop(void)
{
    stopped = 1;
}

static void on_signal(int number)
{
    stop();
    write(2, "stop\n", 5);
    _exit(1);
}

static void show(int number)
{
    printf("%d\n", number);
}

int main(void)
{
    signal(SIGINT, on_signal);
    signal(SIGPIPE, SIG_IGN);
    show(1);
    return 0;
}
