import { clusteredBootstrap } from '../statistics/clustered-bootstrap.ts';
import { type Share, wilsonInterval } from '../statistics/wilson-interval.ts';
import { type SampleLabel, scoreSamples, strictPairs } from './score-samples.ts';

/** A share with its 95 % interval. */
export interface ShareFigure extends Share {
  /** Absent when there is nothing to be a share of, as is all that follows. */
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  /** `bootstrap`: whole pairs were drawn, since one pair has several samples that count. */
  readonly interval?: 'wilson' | 'bootstrap';
}

/** What one detector reaches on the samples of one language, or of all. */
export interface DetectorFigures {
  readonly vulnerable: number;
  readonly secure: number;
  readonly recall: ShareFigure;
  readonly falsePositives: ShareFigure;
  /** Harmonic mean of recall and precision, as 2 TP of 2 TP + FP + FN; `hits` and `of` are these sums. */
  readonly f1: ShareFigure;
  readonly pairs: ShareFigure;
  /** Samples that it could not judge and has no matching finding in. They count as not flagged in every figure. */
  readonly unscored: { readonly vulnerable: number; readonly secure: number };
}

/** What is known of samples, by position, after a detector has looked. */
export interface DetectorLook {
  readonly isFlagged: (position: number) => boolean;
  /** Whether the detector finished and checked the whole file. */
  readonly isJudged: (position: number) => boolean;
}

/** Enough that the ends move by less than what is shown. */
const BOOTSTRAP = { seed: 1, draws: 2000 } as const;

/** Figures of one detector with their intervals. The same samples and findings give the same figures. */
export function detectorFigures(
  samples: readonly SampleLabel[],
  { isFlagged, isJudged }: DetectorLook,
): DetectorFigures {
  const { recall, falsePositives, pairs } = scoreSamples(samples, isFlagged);
  const clusters = clustersOf(samples);
  const add = (sums: Sums, position: number, above: number, below: number): void => {
    const cluster = clusters[position] ?? 0;
    sums.above[cluster] = (sums.above[cluster] ?? 0) + above;
    sums.below[cluster] = (sums.below[cluster] ?? 0) + below;
  };
  const [found, alarms, joint, told] = [emptySums(samples), emptySums(samples), emptySums(samples), emptySums(samples)];
  const unscored = { vulnerable: 0, secure: 0 };
  samples.forEach(({ label }, position) => {
    const hit = isFlagged(position) ? 1 : 0;
    if (hit === 0 && !isJudged(position)) unscored[label] += 1;
    const isVulnerable = label === 'vulnerable';
    add(isVulnerable ? found : alarms, position, hit, 1);
    // Over all samples these add up to 2 TP and to TP + FP + P, which is 2 TP + FP + FN.
    add(joint, position, isVulnerable ? 2 * hit : 0, hit + (isVulnerable ? 1 : 0));
  });
  for (const { vulnerable, secure } of strictPairs(samples)) {
    add(told, vulnerable, isFlagged(vulnerable) && !isFlagged(secure) ? 1 : 0, 1);
  }
  const f1 = { hits: 2 * recall.hits, of: recall.hits + falsePositives.hits + recall.of };
  return {
    vulnerable: recall.of,
    secure: falsePositives.of,
    recall: shareFigure(recall, found),
    falsePositives: shareFigure(falsePositives, alarms),
    // Without a vulnerable sample there is nothing to find, and false alarms alone are no F1 of 0.
    f1: recall.of === 0 ? { hits: 0, of: 0 } : drawnFigure(f1, joint),
    pairs: shareFigure(pairs, told),
    unscored,
  };
}

interface Sums {
  readonly above: Float64Array;
  readonly below: Float64Array;
}

function emptySums({ length }: readonly SampleLabel[]): Sums {
  return { above: new Float64Array(length), below: new Float64Array(length) };
}

/** For each sample the number of its cluster: its pair's, or its own. */
function clustersOf(samples: readonly SampleLabel[]): readonly number[] {
  const known = new Map<string, number>();
  return samples.map(({ pair }, position) => {
    if (pair === undefined || pair === null || pair === '') return position;
    const cluster = known.get(pair) ?? position;
    known.set(pair, cluster);
    return cluster;
  });
}

/** Wilson's interval where what is counted is independent: no cluster has more than one. */
function shareFigure(share: Share, sums: Sums): ShareFigure {
  if (share.of === 0) return share;
  if (sums.below.some((count) => count > 1)) return drawnFigure(share, sums);
  const [low, high] = wilsonInterval(share);
  return { ...share, value: share.hits / share.of, low, high, interval: 'wilson' };
}

function drawnFigure(share: Share, sums: Sums): ShareFigure {
  const value = share.hits / share.of;
  const drawn = clusteredBootstrap(sums, BOOTSTRAP);
  if (drawn !== undefined) return { ...share, value, low: drawn[0], high: drawn[1], interval: 'bootstrap' };
  // All clusters say the same, from which draws learn nothing: each counts as one trial.
  const clusters = sums.below.filter((count) => count > 0).length;
  const [low, high] = wilsonInterval({ hits: value * clusters, of: clusters });
  return { ...share, value, low, high, interval: 'wilson' };
}
