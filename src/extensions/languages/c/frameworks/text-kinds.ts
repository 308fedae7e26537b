import type { SinkKind } from '#engine/analysis/framework.ts';

/** Sinks that text does harm in, and no number. */
export const TEXT_KINDS: readonly SinkKind[] = [
  'sql',
  'nosql',
  'shell',
  'argument',
  'code',
  'path',
  'html',
  'template',
  'url',
  'redirect',
  'header',
  'log',
  'xpath',
  'ldap',
  'xml',
  'format',
  'mail',
  'csv',
  'environment',
];
