#include <pthread.h>
#include <stdatomic.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int counter = 0;
static atomic_int hits;
static int plain;

static void *work(void *argument)
{
    int plain = 0;
    plain++;
    pthread_mutex_lock(&lock);
    counter++;
    pthread_mutex_unlock(&lock);
    return NULL;
}

static void *count(void *argument)
{
    hits++;
    return NULL;
}

static void alone(void)
{
    plain++;
}

int main(void)
{
    pthread_t a, b;
    pthread_create(&a, NULL, work, NULL);
    pthread_create(&b, NULL, count, NULL);
    alone();
    return 0;
}
