/** Pairs of which only one side passes. */
export interface DiscordantPairs {
  readonly onlyFirst: number;
  readonly onlySecond: number;
}

/**
 * Exact two-sided McNemar test: the probability, when both sides pass equally often, of discordant pairs split at least as
 * unevenly as these. Pairs have to be independent of one another.
 *
 * Sums binomial probabilities outwards from the greatest term on, each from the one before, so that nothing overflows for
 * millions of pairs. Without discordant pairs it is 1.
 *
 * Source: McNemar, Psychometrika 12 (1947); the binomial form as in Fagerland et al., BMC Medical Research Methodology 13:91.
 */
export function mcnemar({ onlyFirst, onlySecond }: DiscordantPairs): number {
  const pairs = onlyFirst + onlySecond;
  const fewer = Math.min(onlyFirst, onlySecond);
  if (2 * fewer >= pairs - 1) return 1;
  // P(X <= fewer) = P(X = fewer) * (1 + the ratios of the terms below); each ratio is below 1.
  let sum = 1;
  let term = 1;
  for (let count = fewer; count > 0 && term > 1e-18 * sum; count -= 1) {
    term *= count / (pairs - count + 1);
    sum += term;
  }
  return Math.min(1, 2 * sum * Math.exp(logBinomial(pairs, fewer) - pairs * Math.LN2));
}

function logBinomial(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** Stirling's series; exact sums below 20, where it is not yet good to 15 digits. */
function logFactorial(n: number): number {
  if (n < 20) {
    let product = 1;
    for (let factor = 2; factor <= n; factor += 1) product *= factor;
    return Math.log(product);
  }
  const tail = 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5) - 1 / (1680 * n ** 7);
  return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + tail;
}
