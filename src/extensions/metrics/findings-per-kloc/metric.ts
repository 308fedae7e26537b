import { isJudgedBy, lastIteration, programAt, scoredAt } from '#engine/evals/program-at.ts';
import type { Metric } from '#engine/evals/metric.ts';
import { iterationTally } from '#engine/evals/tallies/iteration-tally.ts';

/**
 * Findings of the scorer for security per thousand lines with code, over all programs together, by iteration: a program
 * that grows does not look worse for it.
 *
 * A program that the scorer lists no findings of, such as one that does not build, is unscored here.
 */
export const metric: Metric = {
  name: 'findings-per-kloc',
  title: 'Findings per thousand lines',
  unit: 'findings-per-kloc',
  better: 'lower',
  headline: 'last',
  open: (options) => {
    const tally = iterationTally();
    return {
      add: (result, cluster) => {
        if (!isJudgedBy(result, options.security)) return;
        tally.add(cluster, lastIteration(result), (iteration) => {
          const findings = scoredAt(result, options.security, iteration)?.findings;
          const lines = programAt(result, iteration)?.lines;
          if (findings === undefined || lines === undefined) return undefined;
          return { above: findings.length, below: lines };
        });
      },
      figures: () => tally.figures({ scaleOf: () => 1000 }, options),
    };
  },
};
