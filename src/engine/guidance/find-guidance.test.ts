import { describe, expect, it } from 'vitest';
import { type CweId, cweNumber } from '#core/cwe-id.ts';
import { fixFor, guidanceFor } from './find-guidance.ts';
import type { Guidance } from './guidance.ts';

describe('guidanceFor', () => {
  it('gives the entry of the weakness itself', async () => {
    expect(await guidanceFor('CWE-79', registry('CWE-79', 'CWE-80'))).toMatchObject({ cwe: 'CWE-79' });
  });

  it('gives the nearest ancestor when there is no own entry', async () => {
    // 24 (a spelling of relative traversal) -> 23 -> 22 in MITRE's tree.
    expect(await guidanceFor('CWE-24', registry('CWE-22', 'CWE-23'))).toMatchObject({ cwe: 'CWE-23' });
    expect(await guidanceFor('CWE-24', registry('CWE-22'))).toMatchObject({ cwe: 'CWE-22' });
  });

  it('gives the usual weakness of the family when no ancestor has an entry', async () => {
    expect(await guidanceFor('CWE-73', registry('CWE-22', 'CWE-99'))).toMatchObject({ cwe: 'CWE-22' });
  });

  it('prefers the family to a catch-all ancestor, and the catch-all to nothing', async () => {
    // 253 (wrong check of a result) -> 754 -> 703; its family is that of the unchecked null.
    expect(await guidanceFor('CWE-253', registry('CWE-703', 'CWE-476'))).toMatchObject({ cwe: 'CWE-476' });
    expect(await guidanceFor('CWE-253', registry('CWE-703'))).toMatchObject({ cwe: 'CWE-703' });
  });

  it('gives the entry of the weakness that a category stands for', async () => {
    expect(await guidanceFor('CWE-310', registry('CWE-327'))).toMatchObject({ cwe: 'CWE-327' });
  });

  it('gives nothing for a weakness that nothing is known about', async () => {
    expect(await guidanceFor('CWE-89', registry('CWE-79'))).toBeUndefined();
    expect(await guidanceFor('CWE-99999', registry('CWE-79'))).toBeUndefined();
  });

  it('loads only the entry it gives', async () => {
    const loaded: CweId[] = [];

    await guidanceFor('CWE-80', registryThatTells(loaded, 'CWE-79', 'CWE-80', 'CWE-116'));

    expect(loaded).toEqual(['CWE-80']);
  });

  it('passes on the failure of a loader', async () => {
    const broken = { 'cwe-89': async (): Promise<Guidance> => Promise.reject(new Error('The entry is damaged.')) };

    await expect(guidanceFor('CWE-89', broken)).rejects.toThrow('The entry is damaged.');
  });
});

describe('fixFor', () => {
  const guidance = entry('CWE-89', { c: 'Bind in C.', javascript: 'Bind in JavaScript.' });

  it.each([
    { language: 'c', kin: [], expected: 'Bind in C.' },
    { language: 'typescript', kin: ['javascript'], expected: 'Bind in JavaScript.' },
    { language: 'cpp', kin: ['java', 'c'], expected: 'Bind in C.' },
    { language: 'python', kin: ['ruby'], expected: 'Bind the values.' },
    { language: 'toString', kin: [], expected: 'Bind the values.' },
  ])('says "$expected" for $language with kin $kin', ({ language, kin, expected }) => {
    expect(fixFor(guidance, language, kin)).toBe(expected);
  });
});

function registry(...ids: readonly CweId[]): Readonly<Record<string, () => Promise<Guidance>>> {
  return registryThatTells([], ...ids);
}

function registryThatTells(
  loaded: CweId[],
  ...ids: readonly CweId[]
): Readonly<Record<string, () => Promise<Guidance>>> {
  const loader = (id: CweId) => async (): Promise<Guidance> => {
    loaded.push(id);
    return entry(id);
  };
  return Object.fromEntries(ids.map((id) => [`cwe-${cweNumber(id)}`, loader(id)]));
}

function entry(cwe: CweId, perLanguage: Readonly<Record<string, string>> = {}): Guidance {
  return {
    cwe,
    title: 'Sample',
    what: 'A sample.',
    exploited: 'An attacker samples.',
    fixed: { ...perLanguage, general: 'Bind the values.' },
    traps: [],
  };
}
