#include <stdio.h>
#include <stdlib.h>

static void print_escaped(const char *text)
{
    for (; *text; text++) {
        switch (*text) {
        case '<': fputs("&lt;", stdout); break;
        case '>': fputs("&gt;", stdout); break;
        case '&': fputs("&amp;", stdout); break;
        case '"': fputs("&quot;", stdout); break;
        default: putchar(*text);
        }
    }
}

int main(void)
{
    char *query = getenv("QUERY_STRING");
    printf("Content-Type: text/html\r\n\r\n");
    printf("<html><body>You asked for ");
    print_escaped(query);
    printf(" %d</body></html>", atoi(query));
    return 0;
}

void entry(sqlite3_stmt *row)
{
    char *text = g_markup_escape_text((const char *)sqlite3_column_text(row, 0), -1);
    printf("<p>%s</p>", text);
    g_free(text);
}
