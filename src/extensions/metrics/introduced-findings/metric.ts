import type { Metric } from '#engine/evals/metric.ts';
import { partTally } from '#engine/evals/tallies/part-tally.ts';

/**
 * Findings that a round of fixing introduced, as the referee counts them in the feedback: a mean over the rounds that took
 * place, by round from 1 on. Iterating can make code worse (arXiv 2506.11022, 2603.08520); this shows where.
 *
 * Rounds that were rolled back count too.
 */
export const metric: Metric = {
  name: 'introduced-findings',
  title: 'Findings introduced per round',
  unit: 'findings',
  better: 'lower',
  open: (options) => {
    const tally = partTally();
    return {
      add: ({ iterations, error }, cluster) => {
        if (error !== undefined) return;
        for (const { iteration, introduced } of iterations) {
          if (iteration > 0) tally.add(String(iteration), cluster, introduced, 1);
        }
      },
      figures: () => tally.figures({}, options),
    };
  },
};
