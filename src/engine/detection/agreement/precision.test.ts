import { describe, expect, it } from 'vitest';
import type { CountTable } from './count-table.ts';
import { openPrecision } from './precision.ts';

const table: CountTable = {
  detectors: ['one 1', 'two 1'],
  samples: { c: [10, 20] },
  endings: { '.c': 'c' },
  families: [
    { detector: 'one', language: 'c', family: 'CWE-416', looked: [9, 9], reported: [4, 0] },
    { detector: 'two', language: 'c', family: 'CWE-416', looked: [9, 9], reported: [0, 3] },
  ],
  rules: [{ detector: 'one', language: 'c', rule: 'uaf', family: 'CWE-416', confidence: 'high', counts: [4, 2] }],
};

describe('openPrecision', () => {
  const index = openPrecision(table, 1);

  it('draws each kind to the wider one, with secure samples balanced', () => {
    // Two secure samples count for one vulnerable one: (4 + p) / (4 + 1 + 1) four times, from 1/2.
    const step = (wider: number): number => (4 + wider) / 6;
    const found = index.of({ detector: 'one', rule: 'uaf', cwes: ['CWE-416'], confidence: 'high' }, 'c');

    expect(found.probability).toBeCloseTo(step(step(step(step(0.5)))), 9);
    expect(found.support).toBe(6);
  });

  it('gives an unknown rule what is known of its detector, and says that no sample tells', () => {
    const found = index.of({ detector: 'one', rule: 'other', cwes: ['CWE-416'], confidence: 'high' }, 'c');

    expect(found.support).toBe(0);
    expect(found.probability).toBeGreaterThan(0.5);
    expect(index.of({ detector: 'none', rule: 'x', cwes: [], confidence: 'low' }, 'c')).toEqual({
      probability: 0.5,
      support: 0,
    });
  });

  it('finds a rule whose confidence was lowered', () => {
    const asked = { detector: 'one', rule: 'uaf', cwes: ['CWE-416'] } as const;
    expect(index.of({ ...asked, confidence: 'low' }, 'c')).toEqual(index.of({ ...asked, confidence: 'high' }, 'c'));
  });

  it('lets silence speak only of what the detector was seen to find', () => {
    // Misses 1 - 4.5/10, and is silent on secure code in 1 - 0.5/10.
    expect(index.silence('one', 'c', 'CWE-416')).toBeCloseTo(Math.log(0.55 / 0.95), 9);
    expect(index.silence('two', 'c', 'CWE-416')).toBe(0);
    expect(index.knows('two', 'c', 'CWE-416')).toBe(false);
  });

  it('says how sure no finding is', () => {
    expect(index.cleanWhenSilent(['one'], 'c')).toBeCloseTo(0.95 / (0.95 + 0.55), 9);
    expect(index.cleanWhenSilent(['none'], 'c')).toBeUndefined();
  });
});
