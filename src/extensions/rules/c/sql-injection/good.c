#include <sqlite3.h>
#include <libpq-fe.h>
#include <mysql/mysql.h>
#include <stdio.h>
#include <stdlib.h>

int bound(sqlite3 *db, const char *name)
{
    sqlite3_stmt *stmt;
    const char *sql = "SELECT * FROM users WHERE name = ?";
    if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK)
        return -1;
    sqlite3_bind_text(stmt, 1, name, -1, SQLITE_TRANSIENT);
    return sqlite3_step(stmt);
}

void quoted(sqlite3 *db, const char *name)
{
    char *sql = sqlite3_mprintf("SELECT * FROM users WHERE name = %Q", name);
    sqlite3_exec(db, sql, NULL, NULL, NULL);
    sqlite3_free(sql);
}

void parameters(PGconn *conn, const char *id)
{
    const char *values[1] = { id };
    PQexecParams(conn, "SELECT * FROM t WHERE id = $1", 1, NULL, values, NULL, NULL, 0);
}

void escaped(MYSQL *mysql, const char *name)
{
    char safe[512], query[1024];
    mysql_real_escape_string(mysql, safe, name, strlen(name));
    snprintf(query, sizeof(query), "SELECT * FROM t WHERE name = '%s'", safe);
    mysql_query(mysql, query);
}

void number(sqlite3 *db, const char *text)
{
    char sql[128];
    int id = atoi(text);
    sprintf(sql, "SELECT * FROM t WHERE id = %d", id);
    sqlite3_exec(db, sql, 0, 0, 0);
}

void schema(sqlite3 *db)
{
    static const char *tables[] = { "users", "orders" };
    char sql[128];
    for (int i = 0; i < 2; i++) {
        snprintf(sql, sizeof sql, "DROP TABLE %s", tables[i]);
        sqlite3_exec(db, sql, 0, 0, 0);
    }
}
