import type { Framework, Sink } from '#engine/analysis/framework.ts';
import { libraries, library } from './library.ts';

const sql = (callee: string, argument = 0): Sink => ({ callee, kind: 'sql', arguments: [argument] });

/** Methods that run SQL on whatever object they are called. */
const SQL_METHODS: readonly string[] = [
  'addBatch',
  'batchUpdate',
  'createNativeQuery',
  'createQuery',
  'createSQLQuery',
  'execute',
  'executeLargeUpdate',
  'executeQuery',
  'executeUpdate',
  'execSQL',
  'nativeSQL',
  'prepareCall',
  'prepareStatement',
  'query',
  'queryForInt',
  'queryForList',
  'queryForLong',
  'queryForMap',
  'queryForObject',
  'queryForRowSet',
  'queryForStream',
  'rawQuery',
  'sql',
  'update',
];

/** Methods that take a condition, or a whole statement, as text: jOOQ, Hibernate, query builders. */
const CONDITION_METHODS: readonly string[] = [
  'sqlRestriction',
  'where',
  'and',
  'having',
  'condition',
  'apply',
  'last',
  'fetch',
  'fetchOne',
  'fetchAny',
  'resultQuery',
  'preparedQuery',
  'createUpdate',
  'createNamedQuery',
  'createScript',
];

/** JDBC, Spring's templates, JPA, Hibernate, and what builds on them. */
export const DATABASES: Framework = {
  name: 'databases',
  ...libraries(
    library(
      'java.sql',
      ['Statement', 'Connection', 'PreparedStatement', 'CallableStatement', 'ResultSet'],
      ['DriverManager'],
      '',
    ),
    library('javax.sql', ['DataSource']),
    library('org.springframework.jdbc.core', ['JdbcTemplate'], []),
    library('org.springframework.jdbc.core.namedparam', ['NamedParameterJdbcTemplate'], []),
    library('javax.persistence', ['EntityManager'], [], 'jakarta.persistence'),
    library('org.hibernate', ['SessionFactory'], ['Restrictions']),
    library('org.apache.ibatis.annotations', [], ['Select', 'Insert', 'Update', 'Delete']),
  ),
  types: {
    'java.sql.DriverManager.getConnection()': 'java.sql.Connection',
    'javax.sql.DataSource.getConnection()': 'java.sql.Connection',
    '*.createStatement()': 'java.sql.Statement',
    'java.sql.Connection.createStatement()': 'java.sql.Statement',
    '*.prepareStatement()': 'java.sql.PreparedStatement',
    'java.sql.Connection.prepareStatement()': 'java.sql.PreparedStatement',
    'java.sql.Connection.prepareCall()': 'java.sql.PreparedStatement',
    'org.springframework.jdbc.core.JdbcTemplate()': 'org.springframework.jdbc.core.JdbcTemplate',
  },
  implicit: {
    Statement: 'java.sql.Statement',
    Connection: 'java.sql.Connection',
    PreparedStatement: 'java.sql.PreparedStatement',
    ResultSet: 'java.sql.ResultSet',
    DriverManager: 'java.sql.DriverManager',
    DataSource: 'javax.sql.DataSource',
    JdbcTemplate: 'org.springframework.jdbc.core.JdbcTemplate',
    EntityManager: 'javax.persistence.EntityManager',
    Select: 'org.apache.ibatis.annotations.Select',
    Update: 'org.apache.ibatis.annotations.Update',
    Delete: 'org.apache.ibatis.annotations.Delete',
    Insert: 'org.apache.ibatis.annotations.Insert',
    jdbcTemplate: 'org.springframework.jdbc.core.JdbcTemplate',
    entityManager: 'javax.persistence.EntityManager',
    stmt: 'java.sql.Statement',
    statement: 'java.sql.Statement',
    conn: 'java.sql.Connection',
    connection: 'java.sql.Connection',
    dataSource: 'javax.sql.DataSource',
  },
  sinks: [
    ...SQL_METHODS.map((name) => sql(`*.${name}`)),
    { callee: '*.queryForObject', kind: 'sql', arguments: [0] },
    ...CONDITION_METHODS.map((name) => sql(`*.${name}`)),
    // Android: table, columns, condition, …; table, values, condition, arguments; table, condition, arguments.
    { callee: '*.query', kind: 'sql', arguments: [2], when: (call) => call.arguments.length >= 6 },
    { callee: '*.update', kind: 'sql', arguments: [2], when: (call) => call.arguments.length === 4 },
    { callee: '*.delete', kind: 'sql', arguments: [1], when: (call) => call.arguments.length === 3 },
  ],
  propagators: [
    // Rows are what the database holds, not what asked for them.
    { callee: '*.executeQuery', from: [], to: 'nothing' },
    { callee: '*.getResultList', from: [], to: 'nothing' },
    { callee: '*.getSingleResult', from: [], to: 'nothing' },
    { callee: '*.queryForObject', from: [], to: 'nothing' },
    { callee: '*.queryForList', from: [], to: 'nothing' },
    { callee: '*.executeUpdate', from: [], to: 'nothing' },
    { callee: '*.findById', from: [], to: 'nothing' },
    { callee: '*.findOne', from: [], to: 'nothing' },
    { callee: '*.findAll', from: [], to: 'nothing' },
  ],
  sanitizers: [
    { callee: '*.encodeForSQL', kinds: ['sql'] },
    { callee: '*.escapeSql', kinds: ['sql'] },
    { callee: '*.enquoteLiteral', kinds: ['sql'] },
    { callee: '*.enquoteIdentifier', kinds: ['sql'] },
  ],
};
