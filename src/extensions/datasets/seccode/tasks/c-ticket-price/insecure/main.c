#include <stdio.h>
#include <stdlib.h>

struct ticket {
    long price;
    long discount;
};

int main(void)
{
    struct ticket *ticket = malloc(sizeof *ticket);
    char line[100];

    if (ticket == NULL)
        return 1;
    while (fgets(line, sizeof line, stdin) != NULL) {
        if (sscanf(line, "price %9ld", &ticket->price) == 1)
            continue;
        sscanf(line, "discount %9ld", &ticket->discount);
    }
    printf("to pay: %ld\n", ticket->price - ticket->discount);
    free(ticket);
    return 0;
}
