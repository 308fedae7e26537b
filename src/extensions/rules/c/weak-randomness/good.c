#include <openssl/rand.h>
#include <stdlib.h>

int roll(void)
{
    return rand() % 6 + 1;
}

int make_token(unsigned char *token, int n)
{
    return RAND_bytes(token, n) == 1;
}

void shuffle(int *cards, int n)
{
    for (int i = n - 1; i > 0; i--) {
        int j = rand() % (i + 1);
        int kept = cards[i];
        cards[i] = cards[j];
        cards[j] = kept;
    }
}

struct session {
    char id[40];
    char log[80];
    long started;
};

void start(struct session *s, const unsigned char *random)
{
    s->started = time(NULL);
    snprintf(s->log, sizeof(s->log), "session %ld", (long)time(NULL));
    for (int i = 0; i < 16; i++)
        sprintf(s->id + 2 * i, "%02x", random[i]);
}

static unsigned next_number = 1000;

char *new_job_name(void)
{
    char *name = malloc(40);
    if (name != NULL)
        sprintf(name, "job-%u", next_number++);
    return name;
}

static unsigned hash(const char *text)
{
    unsigned h = 5381;
    while (*text)
        h = h * 33 + (unsigned char)*text++;
    return h;
}

unsigned session_slot(const char *session_id)
{
    unsigned token_slot = hash(session_id) % 64;
    return token_slot;
}

void next_token(struct parser *parser)
{
    parser->token = parser->at++;
}
