import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOffMs, MAX_RETRY_AFTER_MS } from './back-off.ts';

describe('backOffMs', () => {
  it.each([
    { retry: 0, chance: 0.5, expected: 250 },
    { retry: 3, chance: 0.5, expected: 2000 }, // half of 500 * 2^3
    { retry: 40, chance: 0.5, expected: 15_000 }, // half of the longest, 30 s
    { retry: 0, chance: 0, expected: 0 },
  ])('waits $expected ms for retry $retry', ({ expected, ...given }) => {
    expect(backOffMs({ ...given, retryAfterMs: undefined })).toBe(expected);
  });

  it('keeps the time that the provider names, and a little more', () => {
    expect(backOffMs({ retry: 0, retryAfterMs: 7000, chance: 0.5 })).toBe(7250);
  });

  it('does not let the provider name an hour', () => {
    expect(backOffMs({ retry: 0, retryAfterMs: 3_600_000, chance: 0 })).toBe(60_000);
  });

  it('never waits longer than the cap and half a second', () => {
    const any = fc.record({
      retry: fc.nat(1000),
      retryAfterMs: fc.option(fc.nat(), { nil: undefined }),
      chance: fc.double({ min: 0, max: 0.999999, noNaN: true }),
    });

    fc.assert(
      fc.property(any, (given) => {
        const waitMs = backOffMs(given);
        expect(Number.isInteger(waitMs) && waitMs >= 0 && waitMs <= MAX_RETRY_AFTER_MS + 500).toBe(true);
      }),
    );
  });
});
