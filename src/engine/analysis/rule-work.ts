/** A rule takes too long on a file. */
export class RuleWorkError extends Error {
  override readonly name = 'RuleWorkError';
}

/** What the rule that runs may still do; no rule runs outside `boundedWork`, and nothing is counted there. */
let left = Number.POSITIVE_INFINITY;

/**
 * Counts work of the rule that runs, in nodes that it looks at.
 *
 * Judges count it, so that no rule has to: rules look at nodes around and below others, and hostile code can make that
 * quadratic in any of them. A count rather than a clock makes results the same on every machine.
 *
 * @throws {RuleWorkError} when the rule has had its share.
 */
export function countWork(amount = 1): void {
  left -= amount;
  if (left < 0) throw new RuleWorkError();
}

/**
 * Runs something that may do so much work and no more.
 *
 * @throws {RuleWorkError} when it wants more.
 */
export function boundedWork(limit: number, run: () => void): void {
  const before = left;
  left = limit;
  try {
    run();
  } finally {
    left = before;
  }
}
