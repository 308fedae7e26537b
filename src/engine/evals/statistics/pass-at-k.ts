/** Counts over one sample; named because three bare numbers are easily swapped. */
export interface Attempts {
  /** Independent attempts with a score, at least `k`. */
  readonly attempts: number;
  /** How many of them pass. */
  readonly passing: number;
  /** How many of the attempts somebody would look at, at least 1. */
  readonly k: number;
}

/**
 * Probability, 0 to 1, that at least one of `k` attempts passes.
 *
 * Computes the unbiased estimator 1 - C(n-c, k) / C(n, k) as a running product, because the binomials themselves overflow
 * a double from about n = 1000 on.
 *
 * Source: Chen et al., "Evaluating Large Language Models Trained on Code", 2021, equation 1, arXiv 2107.03374.
 *
 * @throws {RangeError} when the counts do not fit together: a bug in the caller.
 */
export function passAtK({ attempts, passing, k }: Attempts): number {
  if (!(1 <= k && k <= attempts && 0 <= passing && passing <= attempts)) {
    throw new RangeError(`Counts do not fit together: k=${k}, passing=${passing}, attempts=${attempts}.`);
  }
  let allFail = 1;
  for (let drawn = 0; drawn < k; drawn += 1) {
    allFail *= Math.max(0, attempts - passing - drawn) / (attempts - drawn);
  }
  return 1 - allFail;
}
