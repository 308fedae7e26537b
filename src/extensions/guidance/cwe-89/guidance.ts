import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-89',
  title: 'SQL injection',
  what: 'SQL text is built from data, so that a part of the data is parsed as SQL.',
  exploited:
    'An attacker closes the literal and adds a condition, `UNION` or a second statement, and reads, changes or deletes any row, or logs in without a password.',
  fixed: {
    general:
      'Keep the SQL text constant and bind every value as a parameter. Choose what cannot be bound (table and column names, sort order) from a fixed list in code. Give the database account only the rights it needs.',
    python:
      'Use `cursor.execute("SELECT ... WHERE id = %s", (user_id,))` (`?` for sqlite3), or SQLAlchemy `select()` and `text("... :id")` with a parameter dict; in Django the ORM or `params=` of `raw()`.',
    c: 'Prepare with `sqlite3_prepare_v2` and bind with `sqlite3_bind_text` or `sqlite3_bind_int`; use `PQexecParams` for PostgreSQL and `mysql_stmt_bind_param` for MySQL.',
    cpp: "Use the library's prepared statements: `sqlite3_bind_*`, libpqxx `tx.exec(sql, pqxx::params{id})`, or `sql::PreparedStatement::setString`.",
    javascript:
      'Pass values apart: `pool.query("... WHERE id = $1", [id])` in pg, `connection.execute("... WHERE id = ?", [id])` in mysql2, `db.prepare(sql).get(id)` in SQLite.',
    java: 'Use `PreparedStatement` with `?` and `setString`, or JPA named parameters with `setParameter`; never concatenate into `createQuery` or `createNativeQuery`.',
    go: 'Use `db.QueryContext(ctx, "... WHERE id = $1", id)` (`?` for MySQL and SQLite), never `fmt.Sprintf`.',
  },
  traps: [
    'Escaping quotes fails in numeric places and with odd character sets.',
    'A prepared statement whose text was concatenated is as injectable as before.',
    "Placeholders in quotes (`'%s'`) are text formatting, no binding.",
  ],
};
