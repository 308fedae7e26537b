/**
 * What a sink does with the data that reaches it. Rules name kinds, tables say which calls have them. An open set: a new
 * kind needs a rule and a table, not a change of the engine.
 */
export type SinkKind =
  | 'sql'
  /** A text between quotes in SQL: what an escaped text is safe for, and only there. */
  | 'sql-quoted'
  | 'nosql'
  | 'shell'
  | 'argument'
  | 'code'
  | 'path'
  | 'archive'
  | 'upload'
  | 'html'
  | 'template'
  | 'url'
  | 'redirect'
  | 'header'
  | 'cookie'
  | 'log'
  | 'xpath'
  | 'ldap'
  | 'xml'
  | 'deserialize'
  | 'regex'
  | 'reflection'
  | 'format'
  | 'mail'
  | 'csv'
  | 'prototype'
  | 'mass-assignment'
  | 'resource'
  | 'session'
  | 'response'
  | 'crypto'
  | 'number'
  | 'environment'
  | 'secret-output'
  // For languages with pointers.
  | 'size'
  | 'index'
  | 'copy';

/** Where data comes from. `remote`: whoever sends a request. `parameter`: whoever calls the function. */
export type SourceKind = 'remote' | 'parameter' | 'local' | 'file' | 'database' | 'environment' | 'secret' | 'error';
