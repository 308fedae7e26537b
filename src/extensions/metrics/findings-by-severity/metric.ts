import { isJudgedBy, scoredAtEnd } from '#engine/evals/program-at.ts';
import type { Metric } from '#engine/evals/metric.ts';
import { countTally } from '#engine/evals/tallies/count-tally.ts';

/**
 * Findings of the scorer for security in the last programs, by severity, over all samples; with several repeats, the mean
 * over repeats.
 */
export const metric: Metric = {
  name: 'findings-by-severity',
  title: 'Findings by severity',
  unit: 'findings',
  better: 'lower',
  open: (options) => {
    const tally = countTally();
    return {
      add: (result, cluster) => {
        if (!isJudgedBy(result, options.security)) return;
        const findings = scoredAtEnd(result, options.security)?.findings;
        if (findings === undefined) tally.skip(result.repeat);
        else
          tally.add(
            cluster,
            result.repeat,
            findings.map(({ severity }) => severity),
          );
      },
      figures: () => tally.figures(options),
    };
  },
};
