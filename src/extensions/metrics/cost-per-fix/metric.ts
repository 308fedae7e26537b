import { scoredAt, scoredAtEnd } from '#engine/evals/program-at.ts';
import type { EvalResult } from '#engine/evals/eval-result.ts';
import type { Metric } from '#engine/evals/metric.ts';
import { partTally } from '#engine/evals/tallies/part-tally.ts';

/**
 * Money for one fixed sample: what all cells cost, those that came to nothing among them, divided by the number of cells
 * that were vulnerable at iteration 0 and pass the scorer for security at the end.
 *
 * Without a value as soon as the price of one cell is unknown, and where nothing was fixed. Without an interval where so
 * little was fixed that a draw may have nothing.
 */
export const metric: Metric = {
  name: 'cost-per-fix',
  title: 'Money per fixed sample',
  unit: 'micro-usd',
  better: 'lower',
  headline: 'only',
  open: (options) => {
    const tally = partTally();
    let unknown = 0;
    return {
      add: (result, cluster) => {
        if (result.error !== undefined) tally.skip('');
        else if (result.cost === 'unknown') {
          unknown += 1;
          tally.skip('');
        } else tally.add('', cluster, result.cost, isFixed(result, options.security) ? 1 : 0);
      },
      figures: () => {
        const figures = tally.figures({}, options);
        if (unknown === 0) return figures;
        return Object.fromEntries(Object.entries(figures).map(([part, { n, unscored }]) => [part, { n, unscored }]));
      },
    };
  },
};

function isFixed(result: EvalResult, scorer: string): boolean {
  return scoredAt(result, scorer, 0)?.passes === false && scoredAtEnd(result, scorer)?.passes === true;
}
