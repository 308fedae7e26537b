import type { Metric } from '#engine/evals/metric.ts';
import { partTally } from '#engine/evals/tallies/part-tally.ts';

/**
 * Share of rounds of fixing whose candidate was rolled back for a fault of gaming: lost functions, elided code, a silenced
 * detector and the like. Methods that optimise an analyser delete features (arXiv 2601.07084, 2503.15554).
 */
export const metric: Metric = {
  name: 'gaming-rate',
  title: 'Gaming rate',
  unit: 'share',
  better: 'lower',
  headline: 'only',
  needsRound: true,
  open: (options) => {
    const tally = partTally();
    return {
      add: ({ iterations, error }, cluster) => {
        if (error !== undefined) {
          tally.skip('');
          return;
        }
        for (const { iteration, changeFaults } of iterations) {
          if (iteration > 0) tally.add('', cluster, changeFaults.length > 0 ? 1 : 0, 1);
        }
      },
      figures: () => tally.figures({ isShare: true }, options),
    };
  },
};
