import type { Figure } from '../figure.ts';
import { type BootstrapOptions, type ClusterSums, clusteredBootstrap } from '../statistics/clustered-bootstrap.ts';
import { clusteredWilson } from '../statistics/clustered-wilson.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';

/** Sums by cluster, with how many they are made from. */
export interface CountedSums extends ClusterSums {
  readonly n: number;
  readonly unscored: number;
}

/** What becomes of the ratio of the sums. */
export interface RatioForm {
  /** It is a share of trials: never below 0, and at most 1 where `above` counts no more trials than `below`. */
  readonly isShare?: boolean;
  /** 1 less the share is shown. */
  readonly isComplement?: boolean;
  /** Factor of what is shown. */
  readonly scale?: number;
}

interface Bounds {
  readonly ends: readonly [low: number, high: number];
  readonly interval: 'wilson' | 'bootstrap';
}

/**
 * The figure of a ratio of sums, with its 95 % interval: Wilson's where each cluster is at most one trial, else the
 * clustered bootstrap, which for a share reaches out to Wilson's for the effective number of trials where that is wider; Wilson's over clusters where all clusters say the same, of which draws would make an interval of
 * no width.
 */
export function ratioFigure(
  sums: CountedSums,
  { isShare = false, isComplement = false, scale = 1 }: RatioForm,
  options: BootstrapOptions,
): Figure {
  const { n, unscored } = sums;
  const below = total(sums.below);
  if (!(below > 0)) return { n, unscored };
  const ratio = total(sums.above) / below;
  const shown = (value: number): number => scale * (isComplement ? 1 - value : value);
  const bounds = boundsOf(sums, isShare, options);
  if (bounds === undefined) return { value: shown(ratio), n, unscored };
  const [low, high] = bounds.ends;
  const [first, second] = isComplement ? [high, low] : [low, high];
  return { value: shown(ratio), n, unscored, low: shown(first), high: shown(second), interval: bounds.interval };
}

function boundsOf(sums: ClusterSums, isShare: boolean, options: BootstrapOptions): Bounds | undefined {
  const [above, below] = [total(sums.above), total(sums.below)];
  if (isShare && areSingleTrials(sums)) {
    return { ends: wilsonInterval({ hits: above, of: below }), interval: 'wilson' };
  }
  const drawn = clusteredBootstrap(sums, options);
  if (drawn?.every(Number.isFinite) === true) {
    return { ends: isShare ? reachedOut(drawn, clusteredWilson(sums)) : drawn, interval: 'bootstrap' };
  }
  if (drawn !== undefined && !isShare) return undefined;
  const clusters = sums.below.reduce(
    (count, part, cluster) => count + (part !== 0 || sums.above[cluster] !== 0 ? 1 : 0),
    0,
  );
  if (clusters < 2) return undefined;
  const ratio = above / below;
  if (isShare) {
    return ratio <= 1
      ? { ends: wilsonInterval({ hits: ratio * clusters, of: clusters }), interval: 'wilson' }
      : undefined;
  }
  if (above !== 0) return { ends: [ratio, ratio], interval: 'bootstrap' };
  // Nothing was counted anywhere. As many clusters as may have one all the same are taken to have exactly one.
  const [, most] = wilsonInterval({ hits: 0, of: clusters });
  return { ends: [0, (most * clusters) / below], interval: 'wilson' };
}

/** Near 0 and 1 a draw rarely has what is rare, and shows too little spread. */
function reachedOut(drawn: Bounds['ends'], least: Bounds['ends'] | undefined): Bounds['ends'] {
  if (least === undefined) return drawn;
  return [Math.min(drawn[0], least[0]), Math.max(drawn[1], least[1])];
}

function areSingleTrials({ above, below }: ClusterSums): boolean {
  return below.every((trials, cluster) => {
    const hits = above[cluster] ?? 0;
    return (trials === 0 && hits === 0) || (trials === 1 && (hits === 0 || hits === 1));
  });
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
