import { describe, expect, it } from 'vitest';
import type { CallFact } from '#engine/analysis/facts.ts';
import type { Value } from '#engine/analysis/value.ts';
import { isStrictMatch } from './strict-match.ts';

function call(name: string, pattern: string | undefined): CallFact {
  const value: Value = { taints: [], traits: [], ...(pattern === undefined ? {} : { constant: { value: pattern } }) };
  const at = { start: 0, end: 1 };
  return {
    expression: { kind: 'call', callee: { kind: 'name', name, at }, arguments: [], at },
    path: 'a.py',
    at,
    names: [name],
    receiver: undefined,
    arguments: [],
    result: value,
    within: undefined,
    argument: () => value,
    has: () => true,
    hasSpread: false,
    calleeKey: undefined,
    isResultUnused: false,
    isInTry: false,
    isInLoop: false,
  };
}

describe('isStrictMatch', () => {
  it.each<[string, string | undefined, boolean]>([
    ['re.match', '^[a-z0-9_-]+$', true],
    ['re.match', String.raw`\w+\Z`, true],
    ['re.fullmatch', '[a-z]+', true],
    ['re.fullmatch', String.raw`\d{1,3}(\.\d{1,3}){3}`, true],
    ['re.match', '[a-z]+', false],
    ['re.search', '[a-z]+$', false],
    ['re.search', '^[a-z]+$', true],
    ['re.match', '^.*$', false],
    ['re.match', String.raw`^\S+$`, false],
    ['re.match', '^[^;]+$', false],
    ['re.match', undefined, true],
  ])('judges %s with %s', (name, pattern, expected) => {
    expect(isStrictMatch(call(name, pattern))).toBe(expected);
  });
});
