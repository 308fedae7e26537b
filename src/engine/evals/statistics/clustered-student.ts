import type { ClusterSums } from './clustered-bootstrap.ts';
import { studentQuantile975 } from './normal.ts';

/**
 * Two-sided 95 % interval of the sum of `above` over that of `below` by Student's t, from how far each cluster is from what
 * its `below` would let one expect (the ratio estimator of Cochran, Sampling Techniques, 3rd edition, section 6.4).
 *
 * Clusters with nothing in either sum do not count. For numbers that are not skewed.
 *
 * @returns `undefined` for fewer than two clusters.
 */
export function clusteredStudent({ above, below }: ClusterSums): readonly [low: number, high: number] | undefined {
  let [over, under, clusters] = [0, 0, 0];
  above.forEach((part, cluster) => {
    over += part;
    under += below[cluster] ?? 0;
    if (part !== 0 || below[cluster] !== 0) clusters += 1;
  });
  if (clusters < 2 || under === 0) return undefined;
  const ratio = over / under;
  const squares = above.reduce((sum, part, cluster) => sum + (part - ratio * (below[cluster] ?? 0)) ** 2, 0);
  const half = (studentQuantile975(clusters - 1) * Math.sqrt((clusters / (clusters - 1)) * squares)) / under;
  return [ratio - half, ratio + half];
}
