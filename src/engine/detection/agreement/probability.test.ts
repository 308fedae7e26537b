import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combine } from './probability.ts';

const weights = { agreeing: 0.5, silent: 0.3 };
const probability = fc.double({ min: 0, max: 1, noNaN: true });
const silence = fc.double({ min: -5, max: 0, noNaN: true });
const share = fc.record({
  agreeing: fc.double({ min: 0, max: 1, noNaN: true }),
  silent: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('combine', () => {
  it('adds half of the odds of a second detector', () => {
    // Odds 4 and 4: 4 * sqrt(4) = 8, which is 8 in 9.
    expect(combine([0.8, 0.8], [], weights)).toBeCloseTo(8 / 9, 9);
  });

  it('takes three tenths of the log-odds of silence', () => {
    // Odds 4, and 4 * exp(-0.3) after silence of -1.
    const odds = 4 * Math.exp(-0.3);
    expect(combine([0.8], [-1], weights)).toBeCloseTo(odds / (1 + odds), 9);
  });

  it('lets no number of agreeing detectors make the odds more than e squared better', () => {
    const odds = Math.exp(2);
    expect(combine([0.5, ...Array.from({ length: 9 }, () => 0.5)], [], weights)).toBeCloseTo(0.5, 9);
    expect(
      combine(
        Array.from({ length: 99 }, () => 0.6),
        [],
        weights,
      ),
    ).toBeCloseTo((1.5 * odds) / (1 + 1.5 * odds), 9);
  });

  it('is never lowered by one more agreeing detector', () => {
    fc.assert(
      fc.property(fc.array(probability, { minLength: 1, maxLength: 6 }), probability, share, (some, one, given) => {
        expect(combine([...some, one], [], given)).toBeGreaterThanOrEqual(combine(some, [], given) - 1e-12);
      }),
    );
  });

  it('is never raised by one more silent detector', () => {
    fc.assert(
      fc.property(probability, fc.array(silence, { maxLength: 5 }), silence, share, (some, others, one, given) => {
        expect(combine([some], [...others, one], given)).toBeLessThanOrEqual(combine([some], others, given) + 1e-12);
      }),
    );
  });
});
