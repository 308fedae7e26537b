import type { Metric } from '#engine/evals/metric.ts';
import { partTally } from '#engine/evals/tallies/part-tally.ts';

/** Time that a cell took, in seconds, as a mean over cells: models, detectors and waiting together. */
export const metric: Metric = {
  name: 'seconds',
  title: 'Seconds per sample',
  unit: 'seconds',
  better: 'lower',
  headline: 'only',
  open: (options) => {
    const tally = partTally();
    return {
      add: ({ durationMs, error }, cluster) => {
        if (error === undefined) tally.add('', cluster, durationMs / 1000, 1);
        else tally.skip('');
      },
      figures: () => tally.figures({}, options),
    };
  },
};
