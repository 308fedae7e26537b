import { setTimeout as delay } from 'node:timers/promises';

/** Time and chance, as a call needs them; given in, so that a test waits for nothing. */
export interface Pace {
  /** Milliseconds on a clock that only ever goes forward. */
  readonly now: () => number;
  /** Resolves after `ms`; rejects as soon as the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** At least 0 and below 1. */
  readonly random: () => number;
}

/** The real ones. */
export const realPace: Pace = {
  now: () => performance.now(),
  sleep: async (ms, signal) => {
    await delay(ms, undefined, { signal });
  },
  random: Math.random,
};
