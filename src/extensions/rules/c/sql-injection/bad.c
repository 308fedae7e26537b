#include <sqlite3.h>
#include <libpq-fe.h>
#include <mysql/mysql.h>
#include <stdio.h>
#include <string.h>

int find(sqlite3 *db, const char *name)
{
    char sql[256];
    char *message = 0;
    snprintf(sql, sizeof(sql), "SELECT * FROM users WHERE name = '%s'", name);
    return sqlite3_exec(db, sql, NULL, 0, &message); // finding: The parameter 'name'
}

int main(int argc, char **argv)
{
    char query[512];
    PGconn *conn = PQconnectdb("dbname=shop");
    MYSQL *mysql = mysql_init(NULL);
    strcpy(query, "DELETE FROM carts WHERE id = ");
    strcat(query, argv[1]);
    PQexec(conn, query); // finding: The command line
    sprintf(query, "UPDATE t SET a='%s'", getenv("VALUE"));
    if (mysql_query(mysql, query)) // finding: An environment variable
        return 1;
    char *made = sqlite3_mprintf("SELECT * FROM t WHERE a = '%s'", argv[2]);
    sqlite3_exec(NULL, made, 0, 0, 0); // finding: The command line
    return 0;
}

void unquoted(MYSQL *mysql, const char *id)
{
    char safe[512], query[1024];
    mysql_real_escape_string(mysql, safe, id, strlen(id));
    snprintf(query, sizeof(query), "SELECT * FROM t WHERE id = %s", safe);
    mysql_query(mysql, query); // finding: The parameter 'id'
}
