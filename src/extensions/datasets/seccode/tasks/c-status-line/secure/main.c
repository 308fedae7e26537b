#include <stdio.h>
#include <string.h>

int main(void)
{
    char message[200];
    unsigned number = 0;

    while (fgets(message, sizeof message, stdin) != NULL) {
        message[strcspn(message, "\n")] = '\0';
        number++;
        printf("%u: ", number);
        fputs(message, stdout);
        putchar('\n');
    }
    return 0;
}
