import type { Framework, Sink } from '#engine/analysis/framework.ts';

/** Methods that take SQL text first, whatever the driver. The rule asks that the text looks like SQL. */
const EXECUTING = [
  'all',
  'each',
  'exec',
  'execute',
  'executeSql',
  'get',
  'many',
  'manyOrNone',
  'none',
  'one',
  'oneOrNone',
  'prepare',
  'query',
  'queryAsync',
  'run',
  'runSql',
  'transaction',
  'batch',
  'any',
] as const;

/** Methods whose text is SQL without a doubt. */
const RAW = [
  '$executeRawUnsafe',
  '$queryRawUnsafe',
  'fromRaw',
  'groupByRaw',
  'havingRaw',
  'joinRaw',
  'orderByRaw',
  'orWhereRaw',
  'whereRaw',
] as const;

/** SQL drivers, query builders and mappers. */
export const DATABASES: Framework = {
  name: 'databases',
  aliases: {
    'mysql2/promise': 'mysql',
    mysql2: 'mysql',
    'promise-mysql': 'mysql',
    'pg.default': 'pg',
    'pg.native': 'pg',
    '@prisma/client': 'prisma',
    'tedious.Request': 'mssql.Request',
  },
  implicit: { sequelize: 'sequelize.Sequelize()', knex: 'knex()', prisma: 'prisma.PrismaClient()' },
  types: {
    'mysql.createConnection()': 'db.Connection',
    'mysql.createPool()': 'db.Connection',
    'pg.Client()': 'db.Connection',
    'pg.Pool()': 'db.Connection',
    'pg.Pool().connect()': 'db.Connection',
    'db.Connection.connect()': 'db.Connection',
    'db.Connection.getConnection()': 'db.Connection',
    'sqlite3.Database()': 'db.Connection',
    'sqlite.open()': 'db.Connection',
    'better-sqlite3()': 'db.Connection',
    'mssql.Request()': 'db.Connection',
    'mssql.ConnectionPool()': 'db.Connection',
    'mssql.connect()': 'db.Connection',
    'db.Connection.request()': 'db.Connection',
    'sequelize()': 'sequelize.Sequelize()',
    'typeorm.getConnection()': 'db.Connection',
    'typeorm.getManager()': 'db.Connection',
    'typeorm.DataSource()': 'db.Connection',
  },
  sources: [
    { value: 'db.Connection.query()', kind: 'database', what: 'the database' },
    { value: 'db.Connection.execute()', kind: 'database', what: 'the database' },
  ],
  sinks: [
    ...EXECUTING.map((method): Sink => ({ callee: `*.${method}`, kind: 'sql', arguments: [0] })),
    ...RAW.map((method): Sink => ({ callee: `*.${method}`, kind: 'sql', arguments: [0] })),
    { callee: '*.raw', kind: 'sql', arguments: [0] },
    { callee: '*.literal', kind: 'sql', arguments: [0] },
    { callee: '*.unsafe', kind: 'sql', arguments: [0] },
    { callee: '*.andWhere', kind: 'sql', arguments: [0] },
    { callee: '*.orWhere', kind: 'sql', arguments: [0] },
    { callee: '*.where', kind: 'sql', arguments: [0] },
    { callee: '*.orderBy', kind: 'sql', arguments: [0] },
  ],
};
