import type { Framework, Sink } from '#engine/analysis/framework.ts';

const SECOND =
  'sqlite3_exec sqlite3_prepare sqlite3_prepare_v2 sqlite3_prepare_v3 sqlite3_get_table PQexec PQexecParams PQsendQuery ' +
  'mysql_query mysql_real_query mysql_send_query mysql_stmt_prepare SQLExecDirect SQLExecDirectA SQLPrepare SQLPrepareA';
const METHODS =
  '*.exec *.exec0 *.exec1 *.execute *.executeQuery *.executeUpdate *.prepareStatement *.prepare *.exec_params *.query';

/** Databases: SQLite, PostgreSQL, MySQL, ODBC, and what C++ libraries call the same. */
export const DATABASES: Framework = {
  name: 'databases',
  sinks: [
    ...SECOND.split(' ').map((callee): Sink => ({ callee, kind: 'sql', arguments: [1] })),
    { callee: 'PQprepare', kind: 'sql', arguments: [2] },
    { callee: 'OCIStmtPrepare', kind: 'sql', arguments: [2] },
    { callee: 'SQLite.Statement', kind: 'sql', arguments: [1] },
    ...METHODS.split(' ').map((callee): Sink => ({ callee, kind: 'sql', arguments: [0] })),
  ],
  sources: ['sqlite3_column_text', 'PQgetvalue', 'mysql_fetch_row'].map((callee) => ({
    value: `${callee}()`,
    kind: 'database' as const,
    what: 'the database',
  })),
  sanitizers: [
    ...['PQescapeLiteral', 'PQescapeIdentifier', '*.quote', '*.esc', '*.quote_name', '*.escapeString'].map(
      (callee) => ({
        callee,
        kinds: ['sql'] as const,
      }),
    ),
  ],
};
