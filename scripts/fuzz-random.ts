import { seededRandom } from '#engine/evals/statistics/seeded-random.ts';

/** A source of numbers that gives the same ones for the same seed. */
export interface FuzzRandom {
  /** At least 0 and below `limit`, whole. */
  readonly below: (limit: number) => number;
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** True once in `times`, on average. */
  readonly oneIn: (times: number) => boolean;
}

/** Neighbouring inputs have nothing to do with one another. */
export function fuzzRandom(seed: number, index: number): FuzzRandom {
  const next = seededRandom(seed, index);
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (items) => items[below(items.length)] ?? items[0],
    oneIn: (times) => below(times) === 0,
  };
}
