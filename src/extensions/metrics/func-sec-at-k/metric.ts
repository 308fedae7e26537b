import type { Metric } from '#engine/evals/metric.ts';
import { attemptsTally } from '#engine/evals/tallies/attempts-tally.ts';

/** Scorer that asks for function and security of the same program. */
const JOINT = 'joint';

/**
 * Probability that of `k` repeats of a sample at least one both does what was asked and is secure;
 * a mean over samples, by `k`. Unbiased estimator of Chen et al. 2021 (arXiv 2107.03374), over the repeats.
 */
export const metric: Metric = {
  name: 'func-sec-at-k',
  title: 'func-sec@k',
  unit: 'share',
  better: 'higher',
  headline: 'first',
  open: (options) => attemptsTally(JOINT, options),
};
