/**
 * A source of numbers, at least 0 and below 1, that gives the same ones for the same seed and stream.
 *
 * Mulberry32 over a hash of both numbers, so that neighbouring seeds and streams have nothing to do with one another.
 */
export function seededRandom(seed: number, stream = 0): () => number {
  let state = mix(mix(seed | 0) ^ stream);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    return mix(state) / 4_294_967_296;
  };
}

function mix(value: number): number {
  let t = Math.imul(value ^ (value >>> 15), value | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return (t ^ (t >>> 14)) >>> 0;
}
