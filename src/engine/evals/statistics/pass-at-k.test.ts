import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passAtK } from './pass-at-k.ts';

describe('passAtK', () => {
  it.each([
    { attempts: 10, passing: 3, k: 1, expected: 0.3 },
    { attempts: 4, passing: 1, k: 2, expected: 0.5 }, // 1 - C(3,2) / C(4,2) = 1 - 3/6
    { attempts: 5, passing: 2, k: 3, expected: 0.9 }, // 1 - C(3,3) / C(5,3) = 1 - 1/10
    { attempts: 5, passing: 0, k: 5, expected: 0 },
    { attempts: 5, passing: 5, k: 1, expected: 1 },
    { attempts: 100_000, passing: 50_000, k: 1, expected: 0.5 },
  ])('is $expected for $passing of $attempts at k=$k', ({ expected, ...counts }) => {
    expect(passAtK(counts)).toBeCloseTo(expected, 12);
  });

  it('never falls when one looks at one attempt more', () => {
    const counts = fc.integer({ min: 2, max: 5000 }).chain((attempts) =>
      fc.record({
        attempts: fc.constant(attempts),
        passing: fc.nat(attempts),
        k: fc.integer({ min: 1, max: Math.min(50, attempts - 1) }),
      }),
    );

    fc.assert(
      fc.property(counts, ({ attempts, passing, k }) => {
        const now = passAtK({ attempts, passing, k });
        expect(passAtK({ attempts, passing, k: k + 1 })).toBeGreaterThanOrEqual(now - 1e-12);
      }),
    );
  });

  it('refuses to look at more attempts than were made', () => {
    expect(() => passAtK({ attempts: 3, passing: 1, k: 4 })).toThrow(/k=4, passing=1, attempts=3/);
  });
});
