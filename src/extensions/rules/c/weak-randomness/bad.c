#include <stdlib.h>
#include <time.h>

void make_token(char *token, int n)
{
    const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    srand(time(NULL));
    for (int i = 0; i < n; i++)
        token[i] = letters[rand() % 26]; // finding: comes from a generator that can be predicted
}

int session(void)
{
    int session_id = random(); // finding: comes from a generator that can be predicted
    return session_id;
}

struct session {
    char id[40];
    unsigned long number;
    int user;
};

void start(struct session *s, int user)
{
    s->user = user;
    snprintf(s->id, sizeof(s->id), "%lx%x", (unsigned long)time(NULL), (unsigned)getpid()); // finding: follows from a clock, a counter
}

static unsigned next_number = 1000;

char *new_session_id(void)
{
    char *id = malloc(40);
    if (id != NULL)
        sprintf(id, "%u", next_number++); // finding: follows from a clock, a counter
    return id;
}

void log_in(struct account *account)
{
    account->session_id = ++next_number; // finding: follows from a clock, a counter
}

static unsigned state;

static unsigned next(void)
{
    state = state * 1103515245u + 12345u;
    return state >> 16;
}

void new_api_key(unsigned char *api_key)
{
    for (int i = 0; i < 16; i++)
        api_key[i] = (unsigned char)next(); // finding: comes from a generator that can be predicted
}
