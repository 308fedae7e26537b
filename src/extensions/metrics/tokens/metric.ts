import type { Metric } from '#engine/evals/metric.ts';
import { partTally } from '#engine/evals/tallies/part-tally.ts';

/**
 * Input and output tokens of a cell, as a mean over cells. One whose provider left a count out is unscored: what is not
 * known is not 0.
 */
export const metric: Metric = {
  name: 'tokens',
  title: 'Tokens per sample',
  unit: 'tokens',
  better: 'lower',
  headline: 'only',
  open: (options) => {
    const tally = partTally();
    return {
      add: ({ usage: { inputTokens, outputTokens }, error }, cluster) => {
        if (error !== undefined || inputTokens === undefined || outputTokens === undefined) tally.skip('');
        else tally.add('', cluster, inputTokens + outputTokens, 1);
      },
      figures: () => tally.figures({}, options),
    };
  },
};
