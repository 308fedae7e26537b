#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *query = getenv("QUERY_STRING");
    char body[512];
    printf("Content-Type: text/html\r\n\r\n");
    printf("<html><body>You asked for %s</body></html>", query); // finding: The request
    fgets(body, sizeof(body), stdin);
    printf("<p>%s</p>", body); // finding: The standard input
    char name[64];
    if (sscanf(query, "name=%63s", name) == 1) {
        fputs(name, stdout); // finding: The request
    }
    return 0;
}

void entry(sqlite3_stmt *row)
{
    const char *text = (const char *)sqlite3_column_text(row, 0);
    printf("<p>%s</p>", text); // finding: The database
}
