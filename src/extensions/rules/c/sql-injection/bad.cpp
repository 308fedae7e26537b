#include <iostream>
#include <pqxx/pqxx>
#include <sqlite3.h>
#include <string>

void search(sqlite3 *db)
{
    std::string name;
    std::cin >> name;
    std::string sql = "SELECT id FROM people WHERE name = '" + name + "'";
    sqlite3_stmt *stmt;
    sqlite3_prepare_v2(db, sql.c_str(), -1, &stmt, nullptr); // finding: The standard input
}

void remove(pqxx::work &work, const std::string &id)
{
    work.exec("DELETE FROM carts WHERE id = " + id); // finding: The parameter 'id'
}
