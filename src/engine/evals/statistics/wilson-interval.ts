/** A share with how many it is of. */
export interface Share {
  readonly hits: number;
  readonly of: number;
}

/** Two-sided 95 % interval of a share of independent trials by Wilson's formula. */
export function wilsonInterval({ hits, of }: Share): readonly [low: number, high: number] {
  if (of === 0) return [0, 1];
  const z95 = 1.959964;
  const share = hits / of;
  const denominator = 1 + z95 ** 2 / of;
  const centre = (share + z95 ** 2 / (2 * of)) / denominator;
  const half = (z95 / denominator) * Math.sqrt((share * (1 - share)) / of + z95 ** 2 / (4 * of ** 2));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
