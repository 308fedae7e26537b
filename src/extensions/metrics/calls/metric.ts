import type { Metric } from '#engine/evals/metric.ts';
import { partTally } from '#engine/evals/tallies/part-tally.ts';

/** Calls on the wire of a cell, repetitions after failures among them, as a mean over cells. */
export const metric: Metric = {
  name: 'calls',
  title: 'Calls per sample',
  unit: 'calls',
  better: 'lower',
  headline: 'only',
  open: (options) => {
    const tally = partTally();
    return {
      add: ({ calls, error }, cluster) => {
        if (error === undefined) tally.add('', cluster, calls, 1);
        else tally.skip('');
      },
      figures: () => tally.figures({}, options),
    };
  },
};
