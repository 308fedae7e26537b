#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    char line[100];
    unsigned int stock;
    unsigned int amount;

    if (argc < 2)
        return 2;
    stock = (unsigned int)strtoul(argv[1], NULL, 10);
    while (fgets(line, sizeof line, stdin) != NULL) {
        if (sscanf(line, "in %7u", &amount) == 1) {
            stock += amount;
        } else if (sscanf(line, "out %7u", &amount) == 1) {
            if (stock - amount < 0) {
                puts("not enough");
            } else {
                stock -= amount;
                puts("done");
            }
        }
    }
    printf("left: %u\n", stock);
    return 0;
}
