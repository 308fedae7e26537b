import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSessionId, isSessionId, newSessionId } from './session-id.ts';

describe('newSessionId', () => {
  it('is the time in UTC and six random characters', () => {
    const numbers = [0, 0.999, 0.5, 0.3, 0.1, 0.7];

    const id = newSessionId({ atMs: Date.UTC(2026, 10, 23, 3, 15, 2, 987), random: () => numbers.shift() ?? 0 });

    // floor(x * 36): 0, 35, 18, 10, 3, 25
    expect(id).toBe('20261123-031502-0zia3p');
  });

  it('is always a session id, and sorts by time', () => {
    const time = fc.integer({ min: 0, max: Date.UTC(2999, 0, 1) });
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

    fc.assert(
      fc.property(time, time, random, (a, b, number) => {
        const [first, second] = [a, b].map((atMs) => newSessionId({ atMs, random: () => number }));
        expect(isSessionId(first ?? '')).toBe(true);
        if (Math.floor(a / 1000) < Math.floor(b / 1000)) expect((first ?? '') < (second ?? '')).toBe(true);
      }),
    );
  });
});

describe('checkSessionId', () => {
  it.each(['a', 'a1', '20261123-031502-k3x9q2', 'my-session', 'x'.repeat(64), 'console'])('takes %j', (id) => {
    expect(() => checkSessionId(id)).not.toThrow();
  });

  it.each(['', '-a', 'a-', 'A', 'a.b', 'a/b', '..', 'ä', 'a\n', 'com1', 'nul', 'x'.repeat(65)])('refuses %j', (id) => {
    expect(() => checkSessionId(id)).toThrow('is not the id of a session');
  });
});
