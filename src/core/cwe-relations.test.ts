import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CweId, cweId } from './cwe-id.ts';
import { areRelated, kinOf } from './cwe-relations.ts';
import { isKnownCwe } from './cwe-table.ts';

const ANY_ID = fc.integer({ min: 1, max: 1450 }).map(cweId);

describe('areRelated', () => {
  it.each([
    { a: 'CWE-89', b: 'CWE-89', why: 'the same' },
    { a: 'CWE-99999', b: 'CWE-99999', why: 'the same, though unknown' },
    { a: 'CWE-80', b: 'CWE-79', why: 'child and parent' },
    { a: 'CWE-121', b: 'CWE-119', why: 'two steps apart' },
    { a: 'CWE-89', b: 'CWE-943', why: 'below a class that is reported as the flaw' },
    { a: 'CWE-120', b: 'CWE-787', why: 'one buffer, cause and effect' },
    { a: 'CWE-122', b: 'CWE-131', why: 'one buffer, effect and cause' },
    { a: 'CWE-321', b: 'CWE-259', why: 'hard-coded key and password' },
    { a: 'CWE-328', b: 'CWE-327', why: 'weak hash as weak algorithm' },
    { a: 'CWE-916', b: 'CWE-327', why: 'password hash as weak algorithm' },
    { a: 'CWE-338', b: 'CWE-331', why: 'randomness' },
    { a: 'CWE-611', b: 'CWE-776', why: 'entities' },
    { a: 'CWE-73', b: 'CWE-22', why: 'paths' },
    { a: 'CWE-88', b: 'CWE-78', why: 'commands' },
    { a: 'CWE-96', b: 'CWE-95', why: 'code' },
    { a: 'CWE-116', b: 'CWE-79', why: 'missing encoding' },
    { a: 'CWE-297', b: 'CWE-295', why: 'certificates' },
    { a: 'CWE-690', b: 'CWE-476', why: 'unchecked null' },
    { a: 'CWE-730', b: 'CWE-1333', why: 'denial of service by a pattern' },
  ] as const)('joins $a and $b: $why', ({ a, b }) => {
    expect(areRelated(a, b)).toBe(true);
  });

  it.each([
    { a: 'CWE-89', b: 'CWE-79', why: 'siblings far apart' },
    { a: 'CWE-89', b: 'CWE-90', why: 'siblings under one parent' },
    { a: 'CWE-89', b: 'CWE-74', why: 'a catch-all two steps up' },
    { a: 'CWE-79', b: 'CWE-74', why: 'a catch-all one step up' },
    { a: 'CWE-352', b: 'CWE-347', why: 'both below one catch-all' },
    { a: 'CWE-352', b: 'CWE-345', why: 'a catch-all class' },
    { a: 'CWE-209', b: 'CWE-200', why: 'a catch-all class' },
    { a: 'CWE-20', b: 'CWE-707', why: 'a pillar' },
    { a: 'CWE-1333', b: 'CWE-770', why: 'kin of kin' },
    { a: 'CWE-99999', b: 'CWE-89', why: 'an unknown id' },
  ] as const)('keeps $a and $b apart: $why', ({ a, b }) => {
    expect(areRelated(a, b)).toBe(false);
  });

  it('holds for every weakness and itself', () => {
    fc.assert(
      fc.property(ANY_ID, (id) => {
        expect(areRelated(id, id)).toBe(true);
      }),
    );
  });

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(ANY_ID, ANY_ID, (a, b) => {
        expect(areRelated(a, b)).toBe(areRelated(b, a));
      }),
    );
  });

  it('holds for all kin', () => {
    fc.assert(
      fc.property(ANY_ID, (id) => {
        for (const kin of kinOf(id)) expect(areRelated(id, kin)).toBe(true);
      }),
    );
  });
});

describe('kinOf', () => {
  it('names the usual weakness of the family first', () => {
    expect(kinOf('CWE-73')[0]).toBe('CWE-22');
    expect(kinOf('CWE-321')).toEqual(['CWE-798', 'CWE-259', 'CWE-547']);
  });

  it('is empty for a weakness in no family', () => {
    expect(kinOf('CWE-918')).toEqual([]);
  });

  it('names known weaknesses only', () => {
    const all: readonly CweId[] = Array.from({ length: 1450 }, (_, number) => cweId(number));

    expect(all.flatMap(kinOf).filter((id) => !isKnownCwe(id))).toEqual([]);
  });
});
