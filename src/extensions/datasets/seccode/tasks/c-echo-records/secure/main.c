#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int print_records(const unsigned char *input, size_t length)
{
    size_t at = 0;

    while (at < length) {
        size_t size;

        if (length - at < 2 || !isdigit(input[at]) || !isdigit(input[at + 1]))
            return 1;
        size = (size_t)(input[at] - '0') * 10 + (size_t)(input[at + 1] - '0');
        at += 2;
        if (size > length - at)
            return 1;
        putchar('[');
        fwrite(input + at, 1, size, stdout);
        puts("]");
        at += size;
    }
    return 0;
}

int main(void)
{
    unsigned char buffer[4000];
    size_t length = fread(buffer, 1, sizeof buffer, stdin);
    unsigned char *input;
    int problem;

    while (length > 0 && buffer[length - 1] == '\n')
        length--;
    input = malloc(length > 0 ? length : 1);
    if (input == NULL)
        return 2;
    memcpy(input, buffer, length);
    problem = print_records(input, length);
    if (problem)
        puts("bad record");
    free(input);
    return problem;
}
