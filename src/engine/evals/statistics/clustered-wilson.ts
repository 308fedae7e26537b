import type { ClusterSums } from './clustered-bootstrap.ts';
import { clusteredStudent } from './clustered-student.ts';

/**
 * Two-sided 95 % interval of a share by Wilson's formula, for as many independent trials as would make the share as uncertain
 * as the clusters make it (effective sample size: Korn and Graubard, Survey Methodology 24, 1998; with Wilson's formula: Dean and
 * Pagano, Journal of Survey Statistics and Methodology 3, 2015).
 *
 * @returns `undefined` for fewer than two clusters, and for a share of 0 or 1, which shows no spread.
 */
export function clusteredWilson(sums: ClusterSums): readonly [low: number, high: number] | undefined {
  const student = clusteredStudent(sums);
  if (student === undefined) return undefined;
  const [low, high] = student;
  const share = (low + high) / 2;
  if (!(share > 0 && share < 1)) return undefined;
  const spread = share * (1 - share);
  // Square of Student's t by the effective number of trials.
  const pull = ((high - low) / 2) ** 2 / spread;
  const centre = (share + pull / 2) / (1 + pull);
  const half = Math.sqrt(pull * spread + pull ** 2 / 4) / (1 + pull);
  return [centre - half, centre + half];
}
