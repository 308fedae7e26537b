/** A source of numbers that gives the same ones for the same seed. */
export interface FuzzRandom {
  /** At least 0 and below `limit`, whole. */
  readonly below: (limit: number) => number;
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** True once in `times`, on average. */
  readonly oneIn: (times: number) => boolean;
}

/** Mulberry32 over a hash of both numbers: neighbouring inputs have nothing to do with one another. */
export function fuzzRandom(seed: number, index: number): FuzzRandom {
  let state = mix(mix(seed | 0) ^ index);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    return mix(state) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (items) => items[below(items.length)] ?? items[0],
    oneIn: (times) => below(times) === 0,
  };
}

function mix(value: number): number {
  let t = Math.imul(value ^ (value >>> 15), value | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return (t ^ (t >>> 14)) >>> 0;
}
