import { normalBelow } from './normal.ts';

/** Some tenths of a second. */
const MOST_STEPS = 1e8;

/**
 * Exact two-sided test of whether paired differences are as likely to go one way as the other, where whole clusters of
 * pairs belong together: the probability, when each cluster's difference might as well have had the other sign, of a sum at
 * least as far from 0 as this one. With one pair to each cluster it is the exact McNemar test.
 *
 * McNemar's test takes the pairs of a cluster for independent, and then finds differences that are not there: variants of
 * one task are won or lost together.
 *
 * Works out the whole distribution of the sum, cluster by cluster, in steps as many as clusters times the sum of the
 * differences; where these are too many, a normal distribution of the same variance stands in for it.
 *
 * @param differences - Whole numbers, one for each cluster: pairs that only the first side passes less those that only the
 *   second does.
 */
export function signFlipTest(differences: readonly number[]): number {
  const sizes = differences.map(Math.abs).filter((size) => size > 0);
  const seen = Math.abs(differences.reduce((sum, difference) => sum + difference, 0));
  const reach = sizes.reduce((sum, size) => sum + size, 0);
  if (seen === 0) return 1;
  if (reach * sizes.length > MOST_STEPS) {
    const spread = Math.sqrt(sizes.reduce((sum, size) => sum + size ** 2, 0));
    return Math.min(1, 2 * normalBelow(-seen / spread));
  }
  // Entry i is the probability that the clusters with a plus so far sum up to i; the whole sum is then 2 i - reach.
  const chances = new Float64Array(reach + 1);
  chances[0] = 1;
  let reached = 0;
  for (const size of sizes) {
    reached += size;
    for (let place = reached; place >= 0; place -= 1) {
      chances[place] = ((chances[place] ?? 0) + (place >= size ? (chances[place - size] ?? 0) : 0)) / 2;
    }
  }
  const p = chances.reduce((sum, chance, place) => (Math.abs(2 * place - reach) >= seen ? sum + chance : sum), 0);
  return Math.min(1, p);
}
