#include <stdio.h>
#include <string.h>

int main(void)
{
    char line[200];
    unsigned count = 0;

    while (fgets(line, sizeof line, stdin) != NULL) {
        char *value;

        line[strcspn(line, "\n")] = '\0';
        value = strchr(line, '=');
        *value++ = '\0';
        printf("%s is %s\n", line, value);
        count++;
    }
    printf("%u settings\n", count);
    return 0;
}
