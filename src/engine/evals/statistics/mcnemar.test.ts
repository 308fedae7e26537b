import { describe, expect, it } from 'vitest';
import { mcnemar } from './mcnemar.ts';

describe('mcnemar', () => {
  it.each([
    // By hand: 2 * (1 + 10 + 45) / 1024.
    { onlyFirst: 2, onlySecond: 8, p: 0.109375 },
    // By hand: 2 / 2^6.
    { onlyFirst: 0, onlySecond: 6, p: 0.03125 },
    // Fagerland et al. 2013, airway hyper-responsiveness: 1 against 7, exact conditional p = 0.0703.
    { onlyFirst: 7, onlySecond: 1, p: 0.0703125 },
    { onlyFirst: 3, onlySecond: 4, p: 1 },
    { onlyFirst: 5, onlySecond: 5, p: 1 },
    { onlyFirst: 0, onlySecond: 0, p: 1 },
  ])('is $p for $onlyFirst against $onlySecond', ({ p, ...pairs }) => {
    expect(mcnemar(pairs)).toBeCloseTo(p, 12);
  });

  it('stays right for many pairs, where binomials overflow', () => {
    // Normal approximation with continuity correction: z = (1000 - 1) / sqrt(1e6) = 0.999, two-sided 0.31780.
    expect(mcnemar({ onlyFirst: 500_500, onlySecond: 499_500 })).toBeCloseTo(0.3178, 4);
    // Its logarithm to base 10 is that of 2 / 2^1000.
    expect(Math.log10(mcnemar({ onlyFirst: 0, onlySecond: 1000 }))).toBeCloseTo(-300.729, 3);
    expect(mcnemar({ onlyFirst: 0, onlySecond: 100_000 })).toBe(0);
  });
});
