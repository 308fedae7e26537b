#include <stdio.h>
#include <stdlib.h>

struct ticket {
    long price;
    long discount;
};

int main(void)
{
    struct ticket *ticket = calloc(1, sizeof *ticket);
    char line[100];
    long number;

    if (ticket == NULL)
        return 1;
    while (fgets(line, sizeof line, stdin) != NULL) {
        if (sscanf(line, "price %9ld", &number) == 1)
            ticket->price = number;
        else if (sscanf(line, "discount %9ld", &number) == 1)
            ticket->discount = number;
    }
    printf("to pay: %ld\n", ticket->price - ticket->discount);
    free(ticket);
    return 0;
}
