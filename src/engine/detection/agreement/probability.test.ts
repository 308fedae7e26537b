import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrecisionTable } from './precision-table.ts';
import { type AgreementModel, type Claim, knowingSilent, probabilityOf } from './probability.ts';

const MODEL: AgreementModel = { shrinkage: 2, agreementWeight: 0.5, silenceWeight: 1, fewestCounts: 3 };

function looks(flagged: readonly [number, number]): PrecisionTable[string]['looks'] {
  return { 'c CWE-89': { looked: [18, 18], flagged } };
}

const TABLE: PrecisionTable = {
  sharp: { version: '1', rules: { 'sql CWE-89': [6, 0], 'rare CWE-89': [1, 1] }, looks: looks([14, 0]) },
  blunt: { version: '1', rules: { 'text CWE-89': [8, 8] }, looks: looks([8, 8]) },
  blind: { version: '1', rules: {}, looks: looks([0, 0]) },
};
const RULES = { sharp: 'sql', blunt: 'text', blind: 'none' } as const;
type Name = keyof typeof RULES;

function claim(agreeing: readonly Name[], silent: readonly string[] = []): Claim {
  return {
    path: 'a.c',
    cwes: ['CWE-89'],
    members: agreeing.map((detector) => ({ detector, rule: RULES[detector], cwes: ['CWE-89'] })),
    silent,
  };
}

describe('probabilityOf', () => {
  it('draws the counts of a rule towards those of its detector', () => {
    // Detector: (7 + 1) / (8 + 2) = 0.8; family: (7 + 2 * 0.8) / (8 + 2) = 0.86; rule: (6 + 2 * 0.86) / (6 + 2).
    expect(probabilityOf(claim(['sharp']), TABLE, MODEL)).toBeCloseTo(0.965, 10);
  });

  it('gives even odds for a rule that flags both alike', () => {
    expect(probabilityOf(claim(['blunt']), TABLE, MODEL)).toBeCloseTo(0.5, 10);
  });

  it('takes off what the silence of a detector that seldom misses is worth', () => {
    // Misses 4 + 1 of 20, is silent on 18 + 1 of 20 secure ones: odds 5/19, of 24 in all.
    expect(probabilityOf(claim(['blunt'], ['sharp']), TABLE, MODEL)).toBeCloseTo(5 / 24, 10);
  });

  it('does not know rules that the table has seen too seldom, nor detectors that are not in it', () => {
    const rare = { detector: 'sharp', rule: 'rare', cwes: ['CWE-89'] as const };

    expect(probabilityOf({ ...claim([]), members: [rare] }, TABLE, MODEL)).toBeUndefined();
    expect(probabilityOf({ ...claim([]), members: [{ ...rare, detector: 'new' }] }, TABLE, MODEL)).toBeUndefined();
  });

  it('never falls when one more agrees, and never rises when one more is silent', () => {
    const count = fc.tuple(fc.nat(30), fc.nat(30));
    const detector = fc.tuple(count, count).map(([rule, look]) => ({
      version: '1',
      rules: { 'r CWE-89': rule },
      looks: { 'c CWE-89': { looked: [30, 30] as const, flagged: look } },
    }));
    fc.assert(
      fc.property(fc.array(detector, { minLength: 2, maxLength: 5 }), (detectors) => {
        const table: PrecisionTable = Object.fromEntries(detectors.map((one, index) => [`d${String(index)}`, one]));
        const names = Object.keys(table);
        const of = (agreeing: readonly string[], silent: readonly string[]): number | undefined =>
          probabilityOf(
            {
              path: 'a.c',
              cwes: ['CWE-89'],
              members: agreeing.map((name) => ({ detector: name, rule: 'r', cwes: ['CWE-89'] })),
              silent,
            },
            table,
            MODEL,
          );
        for (let most = 1; most < names.length; most += 1) {
          const [agreeing, others] = [names.slice(0, most), names.slice(most)];
          const now = of(agreeing, others);
          if (now === undefined) continue;
          expect(of(names.slice(0, most + 1), names.slice(most + 1)) ?? 0).toBeGreaterThanOrEqual(now - 1e-12);
          expect(of(agreeing, others.slice(1)) ?? 0).toBeGreaterThanOrEqual(now - 1e-12);
        }
      }),
    );
  });
});

describe('knowingSilent', () => {
  it('names only those that have ever found such a weakness', () => {
    expect(knowingSilent(claim(['blunt'], ['sharp', 'blind', 'new']), TABLE)).toEqual(['sharp']);
  });
});
