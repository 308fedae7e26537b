#include <pthread.h>

static int counter = 0;
long balance;

static void *work(void *argument)
{
    for (int i = 0; i < 1000; i++)
        counter++; // finding: 'counter' is changed by threads
    balance = balance - 10; // finding: 'balance' is changed by threads
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    pthread_create(&a, NULL, work, NULL);
    pthread_create(&b, NULL, work, NULL);
    return 0;
}
