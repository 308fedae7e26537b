import type { EvalResult } from '../eval-result.ts';
import type { Figure } from '../figure.ts';
import type { MetricTally } from '../metric.ts';
import { scoredAtEnd } from '../program-at.ts';
import type { BootstrapOptions } from '../statistics/clustered-bootstrap.ts';
import { type NumberColumn, numberColumn } from '../statistics/number-column.ts';
import { passAtK } from '../statistics/pass-at-k.ts';
import { ratioFigure } from './ratio-figure.ts';

/** Numbers of attempts that figures are given for, as far as there are so many repeats. */
export const SHOWN_ATTEMPTS: readonly number[] = [1, 2, 3, 5, 10, 20, 50, 100];

/** Counts by sample, each by its number. */
interface Samples {
  readonly clusters: NumberColumn;
  readonly scored: NumberColumn;
  readonly passing: NumberColumn;
  readonly isJudged: NumberColumn;
}

/**
 * Probability that at least one of `k` repeats of a sample passes, as a mean over samples: one figure for each `k`.
 *
 * Unbiased per sample (see `passAtK`). A sample with fewer than `k` scored repeats is unscored for that `k`; samples that
 * the scorer has nothing to say of do not count.
 */
export function attemptsTally(scorer: string, options: BootstrapOptions): MetricTally {
  const numbers = new Map<string, number>();
  const repeats = new Set<number>();
  const samples: Samples = {
    clusters: numberColumn(),
    scored: numberColumn(),
    passing: numberColumn(),
    isJudged: numberColumn(),
  };
  return {
    add: (result, cluster) => {
      const known = numbers.get(result.sampleId);
      const sample = known ?? numbers.size;
      if (known === undefined) {
        numbers.set(result.sampleId, sample);
        samples.clusters.add(sample, cluster);
      }
      repeats.add(result.repeat);
      count(samples, sample, result, scorer);
    },
    figures: () => {
      const shown = SHOWN_ATTEMPTS.filter((k) => k <= repeats.size);
      return Object.fromEntries(
        shown.map((k): [string, Figure] => [String(k), figureAt(k, samples, numbers.size, options)]),
      );
    },
  };
}

function count(samples: Samples, sample: number, result: EvalResult, scorer: string): void {
  if (Object.hasOwn(result.scores, scorer) && samples.isJudged.at(sample) === 0) samples.isJudged.add(sample, 1);
  const scored = scoredAtEnd(result, scorer);
  if (scored === undefined) return;
  samples.scored.add(sample, 1);
  samples.passing.add(sample, scored.passes ? 1 : 0);
}

function figureAt(k: number, samples: Samples, total: number, options: BootstrapOptions): Figure {
  const above = new Float64Array(total);
  const below = new Float64Array(total);
  let [n, unscored] = [0, 0];
  for (let sample = 0; sample < total; sample += 1) {
    if (samples.isJudged.at(sample) === 0) continue;
    const attempts = samples.scored.at(sample);
    if (attempts < k) {
      unscored += 1;
      continue;
    }
    const cluster = samples.clusters.at(sample);
    above[cluster] = (above[cluster] ?? 0) + passAtK({ attempts, passing: samples.passing.at(sample), k });
    below[cluster] = (below[cluster] ?? 0) + 1;
    n += 1;
  }
  return ratioFigure({ above, below, n, unscored }, { isShare: true }, options);
}
