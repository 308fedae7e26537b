import type { Metric } from '#engine/evals/metric.ts';
import { attemptsTally } from '#engine/evals/tallies/attempts-tally.ts';

/**
 * Probability that of `k` repeats of a sample at least one passes the scorer for security;
 * a mean over samples, by `k`. Unbiased estimator of Chen et al. 2021 (arXiv 2107.03374), over the repeats.
 */
export const metric: Metric = {
  name: 'secure-at-k',
  title: 'secure@k',
  unit: 'share',
  better: 'higher',
  headline: 'first',
  open: (options) => attemptsTally(options.security, options),
};
