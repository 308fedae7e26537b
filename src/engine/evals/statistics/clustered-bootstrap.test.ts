import { describe, expect, it } from 'vitest';
import { clusteredBootstrap } from './clustered-bootstrap.ts';

const OPTIONS = { seed: 1, draws: 2000 };
const ones = (length: number): Float64Array => new Float64Array(length).fill(1);

describe('clusteredBootstrap', () => {
  it('comes near the interval by Student for a mean of symmetric numbers', () => {
    // 1 to 20: mean 10.5, standard deviation 5.916, 2.093 * 5.916 / sqrt(20) = 2.769 on either side.
    const above = Float64Array.from({ length: 20 }, (_, place) => place + 1);

    const [low, high] = clusteredBootstrap({ above, below: ones(20) }, OPTIONS) ?? [0, 0];

    expect(Math.abs(low - 7.73)).toBeLessThan(0.25);
    expect(Math.abs(high - 13.27)).toBeLessThan(0.25);
  });

  it('is as wide for repeats of ten samples as for the ten', () => {
    const above = Float64Array.of(1, 1, 1, 1, 0, 0, 0, 0, 0, 0);
    const once = clusteredBootstrap({ above, below: ones(10) }, OPTIONS);
    const often = clusteredBootstrap({ above: above.map((hits) => 50 * hits), below: ones(10).map(() => 50) }, OPTIONS);

    expect(often).toEqual(once);
  });

  it('does not depend on the order of the clusters, nor on empty ones', () => {
    const above = Float64Array.of(3, 0, 1, 2, 5, 0);
    const below = Float64Array.of(4, 2, 1, 7, 5, 0);

    expect(clusteredBootstrap({ above: above.toReversed(), below: below.toReversed() }, OPTIONS)).toEqual(
      clusteredBootstrap({ above: above.slice(0, 5), below: below.slice(0, 5) }, OPTIONS),
    );
  });

  it('draws anew for another seed', () => {
    const above = Float64Array.from({ length: 30 }, (_, place) => place ** 1.5);

    expect(clusteredBootstrap({ above, below: ones(30) }, { ...OPTIONS, seed: 2 })).not.toEqual(
      clusteredBootstrap({ above, below: ones(30) }, OPTIONS),
    );
  });

  it('has nothing to say of one cluster, or of clusters that all say the same', () => {
    expect(clusteredBootstrap({ above: Float64Array.of(1), below: Float64Array.of(2) }, OPTIONS)).toBeUndefined();
    expect(clusteredBootstrap({ above: Float64Array.of(1, 2), below: Float64Array.of(2, 4) }, OPTIONS)).toBeUndefined();
    expect(clusteredBootstrap({ above: new Float64Array(), below: new Float64Array() }, OPTIONS)).toBeUndefined();
  });

  it('puts very many clusters together and stays as wide', () => {
    // 10,000 numbers, half of them 0 and half 1: 1.96 * sqrt(0.25 / 10000) = 0.0098 on either side.
    const above = Float64Array.from({ length: 10_000 }, (_, place) => place % 2);

    const [low, high] = clusteredBootstrap({ above, below: ones(10_000) }, { seed: 1, draws: 200 }) ?? [0, 0];

    expect(Math.abs(high - low - 0.0196)).toBeLessThan(0.003);
    expect((low + high) / 2).toBeCloseTo(0.5, 2);
  });
});
