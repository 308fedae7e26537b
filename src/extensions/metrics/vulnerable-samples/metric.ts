import { isJudgedBy, lastIteration, scoredAt } from '#engine/evals/program-at.ts';
import type { Metric } from '#engine/evals/metric.ts';
import { iterationTally } from '#engine/evals/tallies/iteration-tally.ts';

/**
 * Samples whose best program at the end of an iteration does not pass the scorer for security, by iteration: the V of the
 * paper's figures "vulnerable samples by iteration" (arXiv 2410.14321). With several repeats, the mean over repeats.
 *
 * An iteration that a cell never reached has its last program. Code that does not build counts as vulnerable. The interval
 * is that of the share, times the number of samples.
 */
export const metric: Metric = {
  name: 'vulnerable-samples',
  title: 'Vulnerable samples',
  unit: 'samples',
  better: 'lower',
  headline: 'last',
  open: (options) => {
    const tally = iterationTally();
    const repeats = new Set<number>();
    return {
      add: (result, cluster) => {
        if (!isJudgedBy(result, options.security)) return;
        repeats.add(result.repeat);
        tally.add(cluster, lastIteration(result), (iteration) => {
          const scored = scoredAt(result, options.security, iteration);
          return scored && { above: scored.passes ? 0 : 1, below: 1 };
        });
      },
      figures: () => tally.figures({ isShare: true, scaleOf: (cells) => cells / Math.max(1, repeats.size) }, options),
    };
  },
};
