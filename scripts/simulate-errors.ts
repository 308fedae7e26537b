import { comparisonTally } from '#engine/evals/comparison-tally.ts';
import { mcnemar } from '#engine/evals/statistics/mcnemar.ts';
import { seededRandom } from '#engine/evals/statistics/seeded-random.ts';
import { simulateResults, type SimulatedRun } from './simulate-results.ts';

/** How often a test finds a difference at the level of 5 % where there is none. */
export interface FalseAlarms {
  readonly title: string;
  readonly share: number;
  readonly error: number;
}

const NULL_RUN = { model: { first: 0.5, fixes: 0.4, breaks: 0.03 }, rounds: 1 } as const;
const UNEVEN = [1, 2, 3, 5, 8, 13];

/** Strategies that are the same in truth, on the same samples; in clusters, luck strikes whole clusters. */
export function falseAlarms(runs: number, seed: number): readonly FalseAlarms[] {
  const alone = { ...NULL_RUN, samples: 581 };
  const clustered = { ...NULL_RUN, samples: 310, clusterSizes: UNEVEN, spread: 0.3 };
  return [
    ...compareTwo('581 alone', alone, runs, seed),
    ...compareTwo('310 in 60 clusters', clustered, runs, seed),
    ...compareMany('4 strategies, 6 comparisons, 581 alone', alone, runs, seed),
    ...compareMany('4 strategies, 6 comparisons, 310 in 60 clusters', clustered, runs, seed),
  ];
}

function compareTwo(layout: string, run: SimulatedRun, runs: number, seed: number): readonly FalseAlarms[] {
  const comparisons = Array.from({ length: runs }, (_, turn) => compare(run, ['a', 'b'], seededRandom(seed, turn))[0]);
  const naive = comparisons.map((comparison) =>
    comparison === undefined
      ? 1
      : mcnemar({ onlyFirst: comparison.onlyFirstPasses, onlySecond: comparison.onlySecondPasses }),
  );
  const rows = [
    alarmsOf(
      `p of a comparison, ${layout}`,
      comparisons.map((comparison) => comparison?.p ?? 1),
    ),
  ];
  return run.clusterSizes === undefined
    ? rows
    : [...rows, alarmsOf(`McNemar that knows of no clusters, ${layout} (not used)`, naive)];
}

function compareMany(layout: string, run: SimulatedRun, runs: number, seed: number): readonly FalseAlarms[] {
  const smallest = Array.from({ length: runs }, (_, turn) => {
    const comparisons = compare(run, ['a', 'b', 'c', 'd'], seededRandom(seed + 1, turn));
    return {
      p: Math.min(...comparisons.map(({ p }) => p)),
      corrected: Math.min(...comparisons.map(({ pCorrected }) => pCorrected)),
    };
  });
  return [
    alarmsOf(
      `any p, uncorrected, ${layout}`,
      smallest.map(({ p }) => p),
    ),
    alarmsOf(
      `any p after Holm, ${layout}`,
      smallest.map(({ corrected }) => corrected),
    ),
  ];
}

function compare(
  run: SimulatedRun,
  strategies: readonly string[],
  random: () => number,
): ReturnType<ReturnType<typeof comparisonTally>['comparisons']> {
  // One draw: the intervals are not looked at.
  const tally = comparisonTally({ seed: 1, draws: 1, security: 'detectors' });
  for (const strategy of strategies) {
    for (const result of simulateResults({ ...run, strategy }, random)) tally.add(result);
  }
  return tally.comparisons();
}

function alarmsOf(title: string, values: readonly number[]): FalseAlarms {
  const share = values.filter((p) => p <= 0.05).length / values.length;
  return { title, share, error: Math.sqrt((share * (1 - share)) / values.length) };
}
