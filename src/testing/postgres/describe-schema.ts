import type { PostgresServer } from './server.ts';

const COLUMNS = `
  select c.relname as "table", a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when a.attnotnull then ' not null' else '' end
      || case when a.attidentity <> '' then ' generated always as identity' else '' end
      || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'seccode'::regnamespace and c.relkind = 'r'
    order by c.relname, a.attnum`;
const CONSTRAINTS = `
  select c.relname as "table", 'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as line
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where c.relnamespace = 'seccode'::regnamespace and k.contype <> 'n' order by c.relname, k.conname`;
const INDEXES = `
  select indexdef || ';' as line from pg_indexes
    where schemaname = 'seccode' and indexname not in (select conname from pg_constraint) order by indexname`;

/** The tables of a database as SQL, from its own catalogue: the same text for the same tables. */
export async function describeSchema(server: PostgresServer, database: string): Promise<string> {
  const lines = [...(await server.sql(database, COLUMNS)), ...(await server.sql(database, CONSTRAINTS))];
  const tables = [...new Set(lines.map(({ table }) => String(table)))].sort().map((table) => {
    const own = lines.filter((row) => row['table'] === table).map(({ line }) => `  ${String(line)}`);
    return `create table seccode.${table} (\n${own.join(',\n')}\n);\n`;
  });
  const indexes = (await server.sql(database, INDEXES)).map(({ line }) => `${String(line)}\n`);
  return ['-- Where the migrations lead. Written by real-server.test.ts; do not edit.\n', ...tables, ...indexes].join(
    '\n',
  );
}
