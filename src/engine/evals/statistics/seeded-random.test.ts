import { describe, expect, it } from 'vitest';
import { seededRandom } from './seeded-random.ts';

describe('seededRandom', () => {
  it('gives the same numbers for the same seed and others for its neighbours', () => {
    const first = (seed: number, stream?: number): readonly number[] => {
      const next = seededRandom(seed, stream);
      return Array.from({ length: 5 }, next);
    };

    expect(first(7)).toEqual(first(7, 0));
    expect(first(7)).not.toEqual(first(8));
    expect(first(7, 1)).not.toEqual(first(7, 2));
  });

  it('spreads evenly over 0 to 1', () => {
    const next = seededRandom(1);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 10_000; draw += 1) {
      const tenth = Math.floor(next() * 10);
      tenths[tenth] = (tenths[tenth] ?? Number.NaN) + 1;
    }

    // Each tenth is binomial with mean 1000 and standard deviation 30: five of these on either side.
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
