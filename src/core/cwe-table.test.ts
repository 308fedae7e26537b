import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CweId, cweId } from './cwe-id.ts';
import { CWE_CATEGORIES } from './cwe-categories.ts';
import { CWE_TABLE } from './cwe-table.generated.ts';
import { ancestorsOf, cweLevel, cweName, cweParents, isKnownCwe } from './cwe-table.ts';
import { CWE_TOP_25 } from '#testing/cwe-top25.ts';

const LISTED: readonly CweId[] = CWE_TABLE.trim()
  .split('\n')
  .map((line) => cweId(Number.parseInt(line, 10)));

describe('the table', () => {
  it.each([
    ['CWE-5', 'J2EE Misconfiguration: Data Transmission Without Encryption'],
    ['CWE-79', "Improper Neutralization of Input During Web Page Generation ('Cross-site Scripting')"],
    ['CWE-284', 'Improper Access Control'],
    ['CWE-730', 'OWASP Top Ten 2004 Category A9 - Denial of Service'],
  ] as const)('names %s', (id, name) => {
    expect(cweName(id)).toBe(name);
  });

  it.each([
    ['CWE-284', 'pillar'],
    ['CWE-20', 'class'],
    ['CWE-89', 'base'],
    ['CWE-121', 'variant'],
    ['CWE-352', 'compound'],
    ['CWE-730', undefined],
  ] as const)('says of %s that its level is %s', (id, level) => {
    expect(cweLevel(id)).toBe(level);
  });

  it.each([
    ['CWE-89', ['CWE-943']],
    ['CWE-22', ['CWE-668', 'CWE-706']],
    ['CWE-284', []],
    ['CWE-730', ['CWE-400']],
    ['CWE-99999', []],
  ] as const)('gives the parents of %s', (id, parents) => {
    expect(cweParents(id)).toEqual(parents);
  });

  it('knows no weakness that MITRE did not list', () => {
    expect(isKnownCwe('CWE-99999')).toBe(false);
    expect(isKnownCwe('CWE-0')).toBe(false);
    expect(cweName('CWE-99999')).toBeUndefined();
  });

  it('has every line of the generated text', () => {
    expect(LISTED.length).toBeGreaterThan(900);
    expect(LISTED.filter((id) => cweLevel(id) === undefined)).toEqual([]);
  });

  it('knows every parent', () => {
    expect(LISTED.flatMap(cweParents).filter((parent) => !isKnownCwe(parent))).toEqual([]);
  });

  it('lets categories stand for listed weaknesses, and lists no category', () => {
    const categories = Object.entries(CWE_CATEGORIES);

    expect(categories.filter(([, category]) => cweLevel(category?.standsFor ?? 'CWE-0') === undefined)).toEqual([]);
    expect(categories.filter(([id]) => LISTED.some((listed) => listed === id))).toEqual([]);
  });
});

describe('ancestorsOf', () => {
  it('goes up by rows, nearest first', () => {
    expect(ancestorsOf('CWE-121', 2)).toEqual(['CWE-787', 'CWE-788', 'CWE-119']);
    expect(ancestorsOf('CWE-121')).toEqual(['CWE-787', 'CWE-788', 'CWE-119', 'CWE-118', 'CWE-664']);
  });

  it('is empty for pillars, unknown ids and no depth', () => {
    expect(ancestorsOf('CWE-284')).toEqual([]);
    expect(ancestorsOf('CWE-99999')).toEqual([]);
    expect(ancestorsOf('CWE-89', 0)).toEqual([]);
  });

  it('ends at pillars, without circles', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LISTED), (id) => {
        const ancestors = ancestorsOf(id);
        expect(ancestors).not.toContain(id);
        expect(new Set(ancestors).size).toBe(ancestors.length);
        expect([id, ...ancestors].map(cweLevel)).toContain('pillar');
      }),
    );
  });
});

describe('the Top 25', () => {
  it('holds 25 different listed weaknesses', () => {
    expect(new Set(CWE_TOP_25).size).toBe(25);
    expect(CWE_TOP_25.filter((id) => cweLevel(id) === undefined)).toEqual([]);
  });
});
