import { normalBelow, normalQuantile, studentQuantile975 } from './normal.ts';
import { seededRandom } from './seeded-random.ts';

/** Two sums for each cluster, by position: of what is asked about, and of what it is a share of. */
export interface ClusterSums {
  readonly above: Float64Array;
  /** None negative. */
  readonly below: Float64Array;
}

/** Randomness and size of a bootstrap. */
export interface BootstrapOptions {
  readonly seed: number;
  readonly draws: number;
}

/** More clusters than this are put together at random into so many: 2,000 draws then cost the same for any number. */
const MOST_GROUPS = 2048;

/**
 * Two-sided 95 % interval of the sum of `above` over that of `below`, which is a mean where `below` counts, by drawing whole
 * clusters with replacement.
 *
 * Bias-corrected and accelerated (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, section 14.3); for few
 * clusters the levels are moved outwards as Student's t would (Hesterberg, The American Statistician 69, 2015, section 3.2),
 * since drawing from few clusters shows too little spread. Clusters with nothing in either sum do not count. The order of
 * the clusters does not matter.
 *
 * @returns An end is infinite where draws with nothing in `below` are not rare enough; `undefined` where nothing can be learned from draws: fewer than two clusters, or all of them say the same.
 */
export function clusteredBootstrap(
  sums: ClusterSums,
  { seed, draws }: BootstrapOptions,
): readonly [low: number, high: number] | undefined {
  const random = seededRandom(seed);
  const { above, below } = grouped(inOrder(sums), random);
  const estimate = total(above) / total(below);
  const acceleration = accelerationOf({ above, below }, estimate);
  if (acceleration === undefined) return undefined;
  const drawn = drawAll({ above, below }, draws, random);
  if (drawn.length === 0) return undefined;
  const bias = biasOf(drawn, estimate);
  const clusters = above.length;
  const reach = Math.sqrt(clusters / (clusters - 1)) * studentQuantile975(clusters - 1);
  const end = (z: number): number => {
    const moved = bias + z;
    const slope = 1 - acceleration * moved;
    const level = slope <= 0 ? (moved < 0 ? 0 : 1) : normalBelow(bias + moved / slope);
    return quantile(drawn, level);
  };
  return [Math.min(end(-reach), estimate), Math.max(end(reach), estimate)];
}

/** Ratios of the draws, sorted; infinite ones of draws with nothing to be a share of among them. */
function drawAll({ above, below }: ClusterSums, draws: number, random: () => number): Float64Array {
  const clusters = above.length;
  const drawn = new Float64Array(draws);
  let kept = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    let over = 0;
    let under = 0;
    for (let turn = 0; turn < clusters; turn += 1) {
      const cluster = Math.floor(random() * clusters);
      over += above[cluster] ?? 0;
      under += below[cluster] ?? 0;
    }
    if (under === 0 && over === 0) continue;
    drawn[kept] = over / under;
    kept += 1;
  }
  return drawn.subarray(0, kept).sort();
}

/** How far the middle of the draws lies from the estimate, in standard deviations. */
function biasOf(drawn: Float64Array, estimate: number): number {
  // Sums in another order differ in their last digits and are the same all the same.
  const slack = 1e-9 * Math.abs(estimate);
  let less = 0;
  let same = 0;
  for (const value of drawn) {
    if (value < estimate - slack) less += 1;
    else if (value <= estimate + slack) same += 1;
  }
  const share = (less + same / 2) / drawn.length;
  const least = 1 / (2 * drawn.length);
  return normalQuantile(Math.min(1 - least, Math.max(least, share)));
}

/** From the estimates without one cluster each; `undefined` when these are all the same. */
function accelerationOf({ above, below }: ClusterSums, estimate: number): number | undefined {
  if (above.length < 2 || !Number.isFinite(estimate)) return undefined;
  const [over, under] = [total(above), total(below)];
  const without: number[] = [];
  above.forEach((part, cluster) => {
    const rest = under - (below[cluster] ?? 0);
    if (rest > 0) without.push((over - part) / rest);
  });
  const mean = without.reduce((sum, value) => sum + value, 0) / without.length;
  let squares = 0;
  let cubes = 0;
  for (const value of without) {
    squares += (mean - value) ** 2;
    cubes += (mean - value) ** 3;
  }
  if (!(squares > 1e-24 * (1 + mean ** 2))) return undefined;
  return cubes / (6 * squares ** 1.5);
}

function quantile(sorted: Float64Array, level: number): number {
  const place = Math.min(sorted.length - 1, Math.max(0, level * (sorted.length + 1) - 1));
  const before = Math.floor(place);
  const low = sorted[before] ?? Number.NaN;
  const high = sorted[before + 1] ?? low;
  return low + (place - before) * (high - low);
}

function total(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** Results come in any order; sorted, the same ones lead to the same draws. */
function inOrder({ above, below }: ClusterSums): ClusterSums {
  const positions: number[] = [];
  above.forEach((part, cluster) => {
    if (part !== 0 || below[cluster] !== 0) positions.push(cluster);
  });
  positions.sort((a, b) => (below[a] ?? 0) - (below[b] ?? 0) || (above[a] ?? 0) - (above[b] ?? 0));
  return {
    above: Float64Array.from(positions, (cluster) => above[cluster] ?? 0),
    below: Float64Array.from(positions, (cluster) => below[cluster] ?? 0),
  };
}

/** Groups of clusters are drawn like clusters: their sums vary as those of their members do. */
function grouped({ above, below }: ClusterSums, random: () => number): ClusterSums {
  if (above.length <= MOST_GROUPS) return { above, below };
  const places = Uint32Array.from(above, (_, cluster) => cluster);
  for (let last = places.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [places[last], places[other]] = [places[other] ?? 0, places[last] ?? 0];
  }
  const groups = { above: new Float64Array(MOST_GROUPS), below: new Float64Array(MOST_GROUPS) };
  places.forEach((cluster, turn) => {
    const group = turn % MOST_GROUPS;
    groups.above[group] = (groups.above[group] ?? 0) + (above[cluster] ?? 0);
    groups.below[group] = (groups.below[group] ?? 0) + (below[cluster] ?? 0);
  });
  return groups;
}
