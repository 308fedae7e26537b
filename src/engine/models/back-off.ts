/** Grows to this, milliseconds. */
const BASE_MS = 500;
const MAX_MS = 30_000;
/** Longest that a provider may make us wait for one retry, milliseconds; a longer wish is answered with this. */
export const MAX_RETRY_AFTER_MS = 60_000;

export interface BackOff {
  /** Retries made so far, 0 for the first. */
  readonly retry: number;
  /** What the provider asked for. */
  readonly retryAfterMs: number | undefined;
  /** At least 0 and below 1. */
  readonly chance: number;
}

/**
 * Milliseconds to wait before the next try.
 *
 * Full jitter over an exponential ceiling, so that callers who failed together do not come back together. Where the
 * provider names a time, it is kept, and a little chance is added for the same reason.
 *
 * Source: M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 */
export function backOffMs({ retry, retryAfterMs, chance }: BackOff): number {
  if (retryAfterMs !== undefined) return Math.min(retryAfterMs, MAX_RETRY_AFTER_MS) + Math.floor(chance * BASE_MS);
  return Math.floor(chance * Math.min(MAX_MS, BASE_MS * 2 ** retry));
}
