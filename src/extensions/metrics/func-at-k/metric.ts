import type { Metric } from '#engine/evals/metric.ts';
import { attemptsTally } from '#engine/evals/tallies/attempts-tally.ts';

/** Scorer that runs the tests of what a program has to do. */
const FUNCTIONAL = 'functional';

/**
 * Probability that of `k` repeats of a sample at least one does what was asked: all functional tests that come with the sample pass;
 * a mean over samples, by `k`. Unbiased estimator of Chen et al. 2021 (arXiv 2107.03374), over the repeats.
 */
export const metric: Metric = {
  name: 'func-at-k',
  title: 'func@k',
  unit: 'share',
  better: 'higher',
  headline: 'first',
  open: (options) => attemptsTally(FUNCTIONAL, options),
};
