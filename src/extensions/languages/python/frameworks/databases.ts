import type { CallFact } from '#engine/analysis/facts.ts';
import type { Framework } from '#engine/analysis/framework.ts';
import { listed } from '#engine/analysis/list-entries.ts';

const DRIVERS = `sqlite3 psycopg2 psycopg pymysql MySQLdb mysql.connector cx_Oracle oracledb pyodbc pymssql pgdb pg8000
  aiosqlite aiomysql aiopg sqlcipher3 mariadb snowflake.connector vertica_python turbodbc ibm_db_dbi fdb`
  .split(/\s+/)
  .filter((driver) => driver !== '');

/** Databases that speak SQL: drivers of PEP 249, asyncpg, SQLAlchemy, peewee, pandas. */
export const DATABASES: Framework = {
  name: 'databases',
  aliases: {
    'sqlalchemy.sql.text': 'sqlalchemy.text',
    'sqlalchemy.sql.expression.text': 'sqlalchemy.text',
    'pysqlite2.dbapi2': 'sqlite3',
    'sqlite3.dbapi2': 'sqlite3',
  },
  types: {
    ...Object.fromEntries(DRIVERS.map((driver) => [`${driver}.connect()`, 'db.Connection'])),
    'pymysql.connections.Connection()': 'db.Connection',
    'mysql.connector.MySQLConnection()': 'db.Connection',
    'psycopg2.pool.SimpleConnectionPool().getconn()': 'db.Connection',
    'asyncpg.connect()': 'db.Cursor',
    'asyncpg.create_pool()': 'db.Cursor',
    'asyncpg.create_pool().acquire()': 'db.Cursor',
    'db.Connection.cursor()': 'db.Cursor',
    '*.cursor()': 'db.Cursor',
    'django.db.connection.cursor()': 'db.Cursor',
    'django.db.connection': 'db.Connection',
    'sqlalchemy.create_engine()': 'sqlalchemy.Engine',
    'sqlalchemy.Engine.connect()': 'sqlalchemy.Connection',
    'sqlalchemy.Engine.begin()': 'sqlalchemy.Connection',
    'sqlalchemy.Engine.raw_connection()': 'db.Connection',
    'sqlalchemy.orm.Session()': 'sqlalchemy.Session',
    'sqlalchemy.orm.sessionmaker()()': 'sqlalchemy.Session',
    'sqlalchemy.orm.scoped_session()': 'sqlalchemy.Session',
    'flask_sqlalchemy.SQLAlchemy()': 'flask_sqlalchemy.SQLAlchemy',
    'flask_sqlalchemy.SQLAlchemy.session': 'sqlalchemy.Session',
    'flask_sqlalchemy.SQLAlchemy.engine': 'sqlalchemy.Engine',
    'flask_mysqldb.MySQL().connection': 'db.Connection',
    'db.Cursor.fetchone()': 'db.Row',
    'db.Cursor.fetchall()': 'db.Row',
    'db.Cursor.fetchmany()': 'db.Row',
  },
  parameters: {
    ...listed.names('db.Cursor', 'cursor cur curs c_cursor db_cursor'),
    ...listed.names('db.Connection', 'conn connection db_conn dbconn'),
  },
  sources: [
    ...listed.sources(
      'database',
      'a row of the database',
      'db.Row sqlalchemy.Session.query() sqlalchemy.Connection.execute().fetchall()',
    ),
  ],
  sinks: [
    ...listed.sinks(
      'sql',
      [0, 'operation', 'sql', 'query', 'statement'],
      `db.Cursor.execute db.Cursor.executemany db.Cursor.executescript db.Cursor.callproc db.Cursor.mogrify
       db.Connection.execute db.Connection.executemany db.Connection.executescript db.Connection.query
       db.Cursor.fetch db.Cursor.fetchrow db.Cursor.fetchval
       sqlalchemy.Engine.execute sqlalchemy.Connection.execute sqlalchemy.Session.execute sqlalchemy.text
       sqlalchemy.Connection.exec_driver_sql sqlalchemy.literal_column`,
    ),
    ...listed.sinks('sql', [0], '*.execute *.executemany *.executescript *.exec_driver_sql', isNoProgram),
    ...listed.sinks(
      'sql',
      [0],
      '*.raw *.objects.raw django.db.models.expressions.RawSQL django.db.models.RawSQL *.raw_sql',
    ),
    ...listed.sinks('sql', ['where', 'select', 'tables', 'order_by'], '*.extra'),
    ...listed.sinks(
      'sql',
      [0, 'sql'],
      'pandas.read_sql pandas.read_sql_query peewee.SQL peewee.RawQuery records.Database().query',
    ),
    ...listed.sinks('sql', [1, 'query', 'QueryString'], 'psycopg2.extras.execute_batch psycopg2.extras.execute_values'),
  ],
  sanitizers: [
    ...listed.sanitizers(
      ['sql'],
      `psycopg2.sql.Identifier psycopg2.sql.Literal psycopg.sql.Identifier psycopg.sql.Literal
       psycopg2.extensions.adapt psycopg2.extensions.quote_ident pymysql.converters.escape_string
       pymysql.escape_string MySQLdb.escape_string db.Connection.escape db.Connection.escape_string
       db.Connection.literal *.escape_string *.quote_ident *.quote_name *.quote_identifier *.mogrify
       pymysql.converters.escape_item sqlalchemy.sql.quoted_name`,
    ),
  ],
  propagators: [
    ...listed.propagators([0], 'result', 'db.Cursor.mogrify'),
    // What a database gives back is not what it was asked with.
    ...listed.propagators(
      [],
      'result',
      `db.Cursor.execute db.Cursor.executemany db.Connection.execute sqlalchemy.Session.execute
       sqlalchemy.Connection.execute sqlalchemy.Engine.execute *.execute *.executemany *.filter_by
       django.shortcuts.get_object_or_404 django.shortcuts.get_list_or_404 *.get_or_404 *.first_or_404 *.fetchone *.fetchall *.scalar`,
    ),
  ],
};

/** `execute` is also what thread pools, jobs and commands have. */
function isNoProgram({ argument }: CallFact): boolean {
  const first = argument(0);
  return first !== undefined && first.function === undefined && first.form === undefined;
}
