/** How many cells may be under way at once, learnt from what the provider bears. */
export interface AdaptiveConcurrency {
  readonly current: () => number;
  /** The provider said that it is asked too often. */
  readonly onRateLimited: () => void;
  /** A call came back with an answer. */
  readonly onAnswered: () => void;
}

/** After a cut, what was under way then still reports its own: those say nothing new. */
const DEAF_MS = 2_000;

/**
 * Halves when the provider says that it is asked too often, and goes up by one for every round of answers: what TCP does with a
 * crowded line (additive increase, multiplicative decrease).
 */
export function adaptiveConcurrency(most: number, nowMs: () => number): AdaptiveConcurrency {
  let current = Math.max(1, most);
  let answered = 0;
  let cutAtMs = Number.NEGATIVE_INFINITY;
  return {
    current: () => current,
    onRateLimited: () => {
      answered = 0;
      if (nowMs() - cutAtMs < DEAF_MS) return;
      cutAtMs = nowMs();
      current = Math.max(1, Math.floor(current / 2));
    },
    onAnswered: () => {
      answered += 1;
      if (answered < current * 2 || current >= most) return;
      answered = 0;
      current += 1;
    },
  };
}
