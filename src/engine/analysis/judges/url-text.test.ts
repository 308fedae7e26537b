import { describe, expect, it } from 'vitest';
import type { Value } from '../value.ts';
import { decidesHost, isPartOfPath } from './url-text.ts';

const HOLE: Value = { taints: [], traits: [] };

describe('decidesHost', () => {
  it.each<[readonly (string | Value)[], boolean]>([
    [[HOLE], true],
    [['https://', HOLE, '/x'], true],
    [['https://api.', HOLE], true],
    [['//', HOLE], true],
    [['https://example.com/', HOLE], false],
    [['https://example.com?x=', HOLE], false],
    [['/users/', HOLE], false],
    [['?next=', HOLE], false],
    [[HOLE, '/users/', HOLE], false],
  ])('judges %j', (parts, expected) => {
    expect(decidesHost({ ...HOLE, parts })).toBe(expected);
  });

  it('takes a constant for what it is', () => {
    expect(decidesHost({ ...HOLE, constant: { value: 'https://example.com' } })).toBe(false);
  });

  it('takes an address of unknown shape for a whole one', () => {
    expect(decidesHost(HOLE)).toBe(true);
  });
});

describe('isPartOfPath', () => {
  it('tells paths from queries', () => {
    expect(isPartOfPath({ ...HOLE, parts: ['https://example.com/a/', HOLE] })).toBe(true);
    expect(isPartOfPath({ ...HOLE, parts: ['https://example.com/a?b=', HOLE] })).toBe(false);
  });
});
