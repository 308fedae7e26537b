#include <stdio.h>

int main(void)
{
    char line[64];
    gets(line); // finding: 'gets' writes past the end
    if (gets(line) != NULL) // finding: 'gets' writes past the end
        puts(line);
    return 0;
}
