import { describe, expect, it } from 'vitest';
import type { Value } from '../value.ts';
import { isSqlText, isWholeStatement, openSqlHoles } from './sql-text.ts';

const HOLE: Value = { taints: [], traits: [] };

/** A text with a hole for each `{}`. */
function text(words: string): Value {
  const parts = words.split('{}').flatMap((word, index) => (index === 0 ? [word] : [HOLE, word]));
  return { taints: [], traits: [], parts };
}

describe('openSqlHoles', () => {
  it.each([
    ["SELECT * FROM t WHERE a = '{}'", ['value']],
    ['SELECT * FROM t WHERE a = {}', ['value']],
    ['SELECT * FROM t WHERE a LIKE {}', ['value']],
    ["SELECT * FROM t WHERE a LIKE '%{}%'", ['value']],
    ['SELECT * FROM t WHERE a = "{}"', ['value']],
    ['UPDATE t SET a = "{}:x" WHERE b = {}', ['value', 'value']],
    ['SELECT * FROM t WHERE a IN ({})', ['value']],
    ["INSERT INTO t (a, b) VALUES ({}, '{}')", ['value', 'value']],
    ["INSERT INTO t VALUES (1, '{}', {})", ['value', 'value']],
    ['SELECT * FROM t LIMIT {}', ['value']],
    ['SELECT * FROM {}', ['identifier']],
    ['SELECT * FROM "{}"', ['identifier']],
    ['SELECT * FROM `{}` WHERE a = 1', ['identifier']],
    ['INSERT INTO {} (a, {}) VALUES (1, 2)', ['identifier', 'identifier']],
    ['SELECT {} FROM t', ['identifier']],
    ['SELECT * FROM t ORDER BY {}', ['identifier']],
    ['CREATE TABLE {} (a INTEGER)', ['identifier']],
    ['SELECT * FROM t WHERE {} = 1', ['identifier']],
    ['SELECT * FROM t WHERE {}', ['clause']],
  ])('judges %s', (words, expected) => {
    expect(openSqlHoles(text(words)).map(({ position }) => position)).toEqual(expected);
  });

  it('leaves out lists of marks to which values are bound', () => {
    const at = { start: 0, end: 1 };
    const marks: Value = { ...HOLE, origin: { kind: 'name', name: 'placeholders', at } };

    expect(openSqlHoles({ ...HOLE, parts: ['SELECT * FROM t WHERE a IN (', marks, ')'] })).toEqual([]);
  });
});

describe('isSqlText', () => {
  it.each(['SELECT a FROM t', '  insert into t values (1)', 'WITH x AS (SELECT 1) SELECT * FROM x', 'DROP TABLE {}'])(
    'knows %s',
    (words) => {
      expect(isSqlText(text(words))).toBe(true);
    },
  );

  it.each(['say {}', 'updated {} rows', 'please delete {}', ''])('does not take %s for SQL', (words) => {
    expect(isSqlText(text(words))).toBe(false);
  });
});

describe('isWholeStatement', () => {
  it('wants more than a verb', () => {
    expect(isWholeStatement(text('select {}'))).toBe(false);
    expect(isWholeStatement(text('select one from the list: {}'))).toBe(false);
    expect(isWholeStatement(text("select a from t where b = '{}'"))).toBe(true);
  });
});
