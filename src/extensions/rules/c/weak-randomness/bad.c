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
