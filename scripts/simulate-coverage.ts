import type { EvalResult } from '#engine/evals/eval-result.ts';
import type { Figure } from '#engine/evals/figure.ts';
import { seededRandom } from '#engine/evals/statistics/seeded-random.ts';

/** One figure of a simulation with its value by hand. */
export interface Expected {
  readonly title: string;
  /** Name of the figure among those that a run gives. */
  readonly part: string;
  readonly truth: number;
  /** Coverage that is known to be no better than this, and documented; absent: 0.95. */
  readonly known?: number;
}

/** Runs that several figures are taken from. */
export interface Experiment {
  /** Results of one run. */
  readonly simulate: (random: () => number) => readonly EvalResult[];
  readonly figures: (results: readonly EvalResult[], seed: number) => Readonly<Record<string, Figure>>;
  readonly expected: readonly Expected[];
}

/** What came of a figure over all runs. */
export interface Coverage extends Expected {
  readonly runs: number;
  readonly mean: number;
  /** Standard error of the mean. */
  readonly meanError: number;
  /** Share of runs whose interval holds the value by hand; one without an interval does not. */
  readonly covered: number;
  readonly coveredError: number;
  readonly width: number;
  /** Runs without an interval. */
  readonly without: number;
  readonly intervals: readonly string[];
}

/** Runs an experiment again and again and counts how often the intervals are right. */
export function coverageOf(experiment: Experiment, runs: number, seed: number): readonly Coverage[] {
  const figures = Array.from({ length: runs }, (_, run) =>
    experiment.figures(experiment.simulate(seededRandom(seed, run)), run),
  );
  return experiment.expected.map((expected) => {
    const seen = figures.flatMap((byPart) => byPart[expected.part] ?? []);
    const values = seen.flatMap(({ value }) => value ?? []);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
    const { truth } = expected;
    const hits = seen.filter(
      ({ low, high }) => low !== undefined && high !== undefined && low <= truth && truth <= high,
    );
    const covered = hits.length / runs;
    const widths = seen.flatMap(({ low, high }) => (low === undefined || high === undefined ? [] : [high - low]));
    return {
      ...{ ...expected, runs, mean, meanError: Math.sqrt(variance / values.length), covered },
      coveredError: Math.sqrt((covered * (1 - covered)) / runs),
      width: widths.reduce((sum, width) => sum + width, 0) / widths.length,
      without: runs - widths.length,
      intervals: [...new Set(seen.flatMap(({ interval }) => interval ?? []))].sort(),
    };
  });
}
