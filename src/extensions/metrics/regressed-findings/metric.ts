import { scoredAt } from '#engine/evals/program-at.ts';
import type { EvalResult, IterationResult } from '#engine/evals/eval-result.ts';
import type { Metric } from '#engine/evals/metric.ts';
import { partTally } from '#engine/evals/tallies/part-tally.ts';

/**
 * Findings that come back: the scorer for security reports one, by its fingerprint, that an earlier program had and the one
 * before had not. A mean over the rounds that took place, by round from 1 on.
 *
 * A round is unscored when it or the one before has no list of findings.
 */
export const metric: Metric = {
  name: 'regressed-findings',
  title: 'Findings that come back per round',
  unit: 'findings',
  better: 'lower',
  open: (options) => {
    const tally = partTally();
    return {
      add: (result, cluster) => {
        if (result.error !== undefined) return;
        const seen = new Set<string>();
        let before: ReadonlySet<string> | undefined;
        for (const step of result.iterations) {
          const now = fingerprintsOf(result, step, options.security);
          if (step.iteration > 0) {
            if (now === undefined || before === undefined) tally.skip(String(step.iteration));
            else tally.add(String(step.iteration), cluster, regressed(now, before, seen), 1);
          }
          for (const fingerprint of now ?? []) seen.add(fingerprint);
          before = now;
        }
      },
      figures: () => tally.figures({}, options),
    };
  },
};

function fingerprintsOf(
  result: EvalResult,
  { iteration }: IterationResult,
  scorer: string,
): ReadonlySet<string> | undefined {
  const findings = scoredAt(result, scorer, iteration)?.findings;
  return findings && new Set(findings.map(({ fingerprint }) => fingerprint));
}

function regressed(now: ReadonlySet<string>, before: ReadonlySet<string>, seen: ReadonlySet<string>): number {
  let count = 0;
  for (const fingerprint of now) if (seen.has(fingerprint) && !before.has(fingerprint)) count += 1;
  return count;
}
