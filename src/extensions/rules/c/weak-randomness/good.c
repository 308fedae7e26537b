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
