import { describe, expect, it } from 'vitest';
import { adaptiveConcurrency } from './adaptive-concurrency.ts';

/** A pace whose clock the test holds. */
function pace(most: number) {
  let nowMs = 0;
  const adaptive = adaptiveConcurrency(most, () => nowMs);
  return {
    current: adaptive.current,
    limit: (afterMs = 10_000) => {
      nowMs += afterMs;
      adaptive.onRateLimited();
      return adaptive.current();
    },
    answer: (times: number) => {
      for (let time = 0; time < times; time += 1) adaptive.onAnswered();
      return adaptive.current();
    },
  };
}

describe('adaptiveConcurrency', () => {
  it('begins with as many as were asked for, at least one, and never goes above', () => {
    expect(pace(8).current()).toBe(8);
    expect(pace(8).answer(1000)).toBe(8);
    expect(pace(0).current()).toBe(1);
  });

  it('halves each time the provider refuses, down to one', () => {
    const { limit } = pace(9);

    expect([limit(), limit(), limit(), limit(), limit()]).toEqual([4, 2, 1, 1, 1]);
  });

  it('takes refusals of calls that were under way for one', () => {
    const { limit } = pace(16);

    expect([limit(), limit(500), limit(500), limit(999), limit(1)]).toEqual([8, 8, 8, 8, 4]);
  });

  it('goes up by one after two rounds of answers, and a refusal begins the count anew', () => {
    const { limit, answer } = pace(4);
    limit();

    expect([answer(3), answer(1)]).toEqual([2, 3]);
    expect([answer(5), limit(), answer(1), answer(1)]).toEqual([3, 1, 1, 2]);
    expect(answer(100)).toBe(4);
  });
});
