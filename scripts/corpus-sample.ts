/**
 * Draws from a list without putting back; the same list, number and seed always give the same, in the order of the list.
 *
 * @param count How many; all when the list is shorter.
 * @param seed Any whole number.
 */
export function drawSample<T>(all: readonly T[], count: number, seed: number): readonly T[] {
  const next = randomNumbers(seed);
  const indexes = all.map((_, index) => index);
  // The first `count` places of a shuffle.
  for (let place = 0; place < Math.min(count, all.length); place += 1) {
    const other = place + Math.floor(next() * (all.length - place));
    const [a = 0, b = 0] = [indexes[place], indexes[other]];
    indexes[place] = b;
    indexes[other] = a;
  }
  const drawn = new Set(indexes.slice(0, count));
  return all.filter((_, index) => drawn.has(index));
}

/** Mulberry32: numbers from 0 to below 1. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
