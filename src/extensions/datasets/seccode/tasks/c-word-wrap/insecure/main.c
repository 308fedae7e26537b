#include <stdio.h>

#define WIDTH 16

static char line[WIDTH];
static int length = 0;

static void print_line(void)
{
    line[length] = '\0';
    puts(line);
    length = 0;
}

int main(void)
{
    int is_broken = 0;
    int letter;

    while ((letter = getchar()) != EOF) {
        if (letter == '\n') {
            if (length > 0 || !is_broken)
                print_line();
            is_broken = 0;
            continue;
        }
        line[length++] = (char)letter;
        is_broken = length == WIDTH;
        if (is_broken)
            print_line();
    }
    if (length > 0)
        print_line();
    return 0;
}
