#include <stdio.h>

void greet(char *page, size_t size, const char *name, int visits)
{
    snprintf(page, size, "<p>%d. Hello %s</p>", visits, name); // finding: The parameter 'name'
    snprintf(page, size, "<p>%d visits</p>", visits);
    snprintf(page, size, "%s has %d visits", name, visits);
}
