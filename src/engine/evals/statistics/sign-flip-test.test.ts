import { describe, expect, it } from 'vitest';
import { mcnemar } from './mcnemar.ts';
import { signFlipTest } from './sign-flip-test.ts';

describe('signFlipTest', () => {
  it('is the exact McNemar test where each cluster is one pair', () => {
    const differences = [...Array.from({ length: 8 }, () => 1), -1, -1, 0, 0, 0];

    expect(signFlipTest(differences)).toBeCloseTo(0.109375, 12);
    expect(signFlipTest(differences)).toBeCloseTo(mcnemar({ onlyFirst: 8, onlySecond: 2 }), 12);
  });

  it('takes a cluster as one piece', () => {
    // By hand: of the 8 ways to give 5, 2 and 1 a sign, +5+2+1, +5+2-1 and their opposites lie 6 or more from 0.
    expect(signFlipTest([5, 2, -1])).toBeCloseTo(0.5, 12);
    expect(signFlipTest([-5, -2, -1])).toBeCloseTo(0.25, 12);
  });

  it('is 1 where nothing speaks for either side', () => {
    expect(signFlipTest([])).toBe(1);
    expect(signFlipTest([3, -3, 0])).toBe(1);
  });

  it('goes over to the normal distribution for very many clusters', () => {
    // 20,100 clusters of one pair: 10,200 against 9,900, z = 300 / sqrt(20100) = 2.1160, two-sided 0.03434 in tables.
    const differences = Array.from({ length: 20_100 }, (_, cluster) => (cluster < 10_200 ? 1 : -1));

    expect(signFlipTest(differences)).toBeCloseTo(0.0343, 3);
  });
});
