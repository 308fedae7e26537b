import { describe, expect, it } from 'vitest';
import type { Value } from '../value.ts';
import { holesOf, isOpenHole, wordsWithBlanks } from './text-holes.ts';

const UNKNOWN: Value = { taints: [], traits: [] };

describe('holesOf', () => {
  it('gives each hole the words on both sides, also of texts inside the text', () => {
    const inner: Value = { ...UNKNOWN, parts: ['b', UNKNOWN, 'c'] };

    const holes = holesOf({ ...UNKNOWN, parts: ['a ', inner, ' d ', UNKNOWN] });

    expect(holes.map(({ before, after }) => [before, after])).toEqual([
      ['a b', 'c d ·'],
      ['a b·c d ', ''],
    ]);
  });

  it('finds none in a text of unknown shape', () => {
    expect(holesOf(UNKNOWN)).toEqual([]);
  });
});

describe('wordsWithBlanks', () => {
  it('writes constants out', () => {
    expect(wordsWithBlanks({ ...UNKNOWN, parts: ['n = ', { ...UNKNOWN, constant: { value: 3 } }, UNKNOWN] })).toBe(
      'n = 3·',
    );
  });
});

describe('isOpenHole', () => {
  const steps = { path: 'a.py', at: { start: 0, end: 1 }, message: 'x', before: undefined, length: 1 };
  const taint = { source: 's', kind: 'parameter', what: 'x', parameter: 0, steps } as const;
  const at = { start: 0, end: 1 };

  it.each<[string, Value, boolean]>([
    ['something unknown', UNKNOWN, true],
    ['a constant', { ...UNKNOWN, constant: { value: 'x' } }, false],
    ['one of some constants', { ...UNKNOWN, isFixed: true }, false],
    ['a number', { ...UNKNOWN, isNumeric: true }, false],
    ['a parameter that is only annotated as a number', { ...UNKNOWN, isNumeric: true, parameter: 'f#0' }, true],
    ['data of a caller', { ...UNKNOWN, taints: [{ ...taint, safeFor: [] }] }, true],
    ['data made safe for this kind', { ...UNKNOWN, taints: [{ ...taint, safeFor: ['sql'] }] }, false],
    ['data made safe for another kind', { ...UNKNOWN, taints: [{ ...taint, safeFor: ['html'] }] }, true],
    ['the result of a function that escapes', { ...UNKNOWN, traits: ['db.escape_string'] }, false],
    ['a setting in capitals', { ...UNKNOWN, origin: { kind: 'name', name: 'TABLE_NAME', at } }, false],
  ])('judges %s', (_, value, expected) => {
    expect(isOpenHole(value, 'sql')).toBe(expected);
  });
});
