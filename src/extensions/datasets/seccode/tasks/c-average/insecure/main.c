#include <stdio.h>

int main(void)
{
    long long sum = 0;
    long long count = 0;
    long long average;
    long number;

    while (scanf("%ld", &number) == 1) {
        sum += number;
        count++;
    }
    average = sum / count;
    if (count == 0)
        puts("no numbers");
    else
        printf("%lld numbers, average %lld\n", count, average);
    return 0;
}
