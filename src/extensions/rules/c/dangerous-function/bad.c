#include <stdio.h>
#include <string.h>

struct reply {
    char text[40];
};

int main(void)
{
    char line[64];
    gets(line); // finding: 'gets' writes past the end
    if (gets(line) != NULL) // finding: 'gets' writes past the end
        puts(line);
    return 0;
}

void ask(struct reply *reply)
{
    gets(reply->text); // finding: 'gets' writes past the end
    if (reply->text[0] == 0)
        gets(reply->text); // finding: 'gets' writes past the end
}
