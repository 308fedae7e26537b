import type { EvalResult } from './eval-result.ts';
import type { PairedComparison } from './eval-summary.ts';
import type { Figure } from './figure.ts';
import { scoredAtEnd } from './program-at.ts';
import { clusteredBootstrap } from './statistics/clustered-bootstrap.ts';
import { clusteredStudent } from './statistics/clustered-student.ts';
import { holm } from './statistics/holm.ts';
import { mcnemar } from './statistics/mcnemar.ts';
import { type NumberColumn, numberColumn } from './statistics/number-column.ts';
import { signFlipTest } from './statistics/sign-flip-test.ts';
import { wilsonInterval } from './statistics/wilson-interval.ts';
import type { SummaryOptions } from './summary-options.ts';

/** Takes results in, one after another, and compares strategies at the end. */
export interface ComparisonTally {
  readonly add: (result: EvalResult) => void;
  readonly comparisons: () => readonly PairedComparison[];
}

/** Scores of one scorer under one strategy, by the number of the sample. */
interface Outcomes {
  readonly judged: NumberColumn;
  readonly scored: NumberColumn;
  readonly passing: NumberColumn;
  /** Of the first repeat: 1 fails, 2 passes, 0 is unscored. */
  readonly first: NumberColumn;
}

/** Everything that can be compared: the same dataset, mode and model. */
interface Group extends Pick<PairedComparison, 'dataset' | 'mode' | 'model'> {
  readonly samples: Map<string, number>;
  readonly clusters: Map<string, number>;
  /** Number of the cluster by number of the sample. */
  readonly clusterOf: NumberColumn;
  /** By strategy, then by scorer. */
  readonly outcomes: Map<string, Map<string, Outcomes>>;
}

/**
 * Compares each two strategies on the same samples, sample by sample.
 *
 * The p-value is of the first repeat, since repeats of a sample are not independent: exact McNemar, or its form for clusters
 * where samples share some (`signFlipTest`). The difference is of all repeats: the mean over samples of the share of repeats
 * that pass under the first strategy less that under the second, with clusters drawn for both at once.
 */
export function comparisonTally(options: SummaryOptions): ComparisonTally {
  const groups = new Map<string, Group>();
  const compared = options.compared ?? [...new Set([options.security, 'functional', 'joint'])];
  return {
    add: (result) => {
      const { dataset, mode, model } = result;
      const key = JSON.stringify([dataset, mode, model]);
      const group = groups.get(key) ?? {
        ...{ dataset, mode, model },
        samples: new Map(),
        clusters: new Map(),
        clusterOf: numberColumn(),
        outcomes: new Map(),
      };
      groups.set(key, group);
      addTo(group, result, compared);
    },
    comparisons: () => {
      const sorted = [...groups.entries()].sort(([one], [other]) => (one < other ? -1 : 1));
      const comparisons = sorted.flatMap(([, group]) => comparisonsOf(group, compared, options));
      const corrected = holm(comparisons.map(({ p }) => p));
      return comparisons.map((comparison, place) => ({ ...comparison, pCorrected: corrected[place] ?? 1 }));
    },
  };
}

function addTo(
  { samples, clusters, clusterOf, outcomes }: Group,
  result: EvalResult,
  compared: readonly string[],
): void {
  const known = samples.get(result.sampleId);
  const sample = known ?? samples.size;
  if (known === undefined) {
    samples.set(result.sampleId, sample);
    const cluster = clusters.get(result.cluster) ?? clusters.size;
    clusters.set(result.cluster, cluster);
    clusterOf.add(sample, cluster);
  }
  const byScorer = outcomes.get(result.strategy) ?? new Map<string, Outcomes>();
  outcomes.set(result.strategy, byScorer);
  for (const scorer of compared) {
    if (!Object.hasOwn(result.scores, scorer)) continue;
    const { judged, scored, passing, first } = byScorer.get(scorer) ?? noOutcomes();
    byScorer.set(scorer, { judged, scored, passing, first });
    judged.add(sample, 1);
    const score = scoredAtEnd(result, scorer);
    if (score === undefined) continue;
    scored.add(sample, 1);
    passing.add(sample, score.passes ? 1 : 0);
    if (result.repeat === 1) first.add(sample, score.passes ? 2 : 1);
  }
}

function noOutcomes(): Outcomes {
  return { judged: numberColumn(), scored: numberColumn(), passing: numberColumn(), first: numberColumn() };
}

function comparisonsOf(
  group: Group,
  compared: readonly string[],
  options: SummaryOptions,
): readonly Omit<PairedComparison, 'pCorrected'>[] {
  const names = [...group.outcomes.keys()].sort();
  const pairs = names.flatMap((one, place) => names.slice(place + 1).map((other) => [one, other] as const));
  return pairs.flatMap(([one, other]) =>
    compared.flatMap((scorer) => {
      const first = group.outcomes.get(one)?.get(scorer);
      const second = group.outcomes.get(other)?.get(scorer);
      if (first === undefined || second === undefined) return [];
      const { dataset, mode, model } = group;
      const counts = countDiscordant(group, first, second);
      if (counts.n === 0) return [];
      const difference = differenceOf(group, first, second, options);
      return [{ dataset, mode, model, strategies: [one, other] as const, scorer, ...counts, difference }];
    }),
  );
}

type Discordant = Pick<PairedComparison, 'n' | 'onlyFirstPasses' | 'onlySecondPasses' | 'p'>;

function countDiscordant({ samples, clusters, clusterOf }: Group, first: Outcomes, second: Outcomes): Discordant {
  const differences = Array.from({ length: clusters.size }, () => 0);
  const pairs = new Uint32Array(clusters.size);
  let [n, onlyFirstPasses, onlySecondPasses] = [0, 0, 0];
  for (let sample = 0; sample < samples.size; sample += 1) {
    const [one, other] = [first.first.at(sample), second.first.at(sample)];
    if (one === 0 || other === 0) continue;
    n += 1;
    if (one > other) onlyFirstPasses += 1;
    if (one < other) onlySecondPasses += 1;
    const cluster = clusterOf.at(sample);
    differences[cluster] = (differences[cluster] ?? 0) + one - other;
    pairs[cluster] = (pairs[cluster] ?? 0) + 1;
  }
  const areAlone = pairs.every((count) => count <= 1);
  const p = areAlone
    ? mcnemar({ onlyFirst: onlyFirstPasses, onlySecond: onlySecondPasses })
    : signFlipTest(differences);
  return { n, onlyFirstPasses, onlySecondPasses, p };
}

function differenceOf(
  { samples, clusters, clusterOf }: Group,
  first: Outcomes,
  second: Outcomes,
  options: SummaryOptions,
): Figure {
  const above = new Float64Array(clusters.size);
  const below = new Float64Array(clusters.size);
  let [n, unscored, sum] = [0, 0, 0];
  for (let sample = 0; sample < samples.size; sample += 1) {
    if (first.judged.at(sample) === 0 && second.judged.at(sample) === 0) continue;
    const [scoredFirst, scoredSecond] = [first.scored.at(sample), second.scored.at(sample)];
    if (scoredFirst === 0 || scoredSecond === 0) {
      unscored += 1;
      continue;
    }
    const difference = first.passing.at(sample) / scoredFirst - second.passing.at(sample) / scoredSecond;
    const cluster = clusterOf.at(sample);
    above[cluster] = (above[cluster] ?? 0) + difference;
    below[cluster] = (below[cluster] ?? 0) + 1;
    n += 1;
    sum += difference;
  }
  if (n === 0) return { n, unscored };
  const value = sum / n;
  const drawn = clusteredBootstrap({ above, below }, options);
  if (drawn !== undefined) {
    // The noise of the draws makes their interval a little narrow at times; Student's suits differences, which are hardly skewed.
    const [low, high] = clusteredStudent({ above, below }) ?? drawn;
    const ends = { low: Math.max(-1, Math.min(drawn[0], low)), high: Math.min(1, Math.max(drawn[1], high)) };
    return { value, n, unscored, ...ends, interval: 'bootstrap' };
  }
  // All clusters say the same: as many may say otherwise as Wilson's interval of none of them allows.
  const [, most] = wilsonInterval({ hits: 0, of: below.reduce((count, part) => count + (part > 0 ? 1 : 0), 0) });
  const [low, high] = [Math.max(-1, value - most), Math.min(1, value + most)];
  return { value, n, unscored, low, high, interval: 'wilson' };
}
