import { describe, expect, it } from 'vitest';
import { clusteredWilson } from './clustered-wilson.ts';
import { wilsonInterval } from './wilson-interval.ts';

describe('clusteredWilson', () => {
  it("comes to Wilson's formula where each cluster is one trial", () => {
    const above = Float64Array.from({ length: 100_000 }, (_, trial) => (trial % 10 < 3 ? 1 : 0));
    const [low, high] = clusteredWilson({ above, below: new Float64Array(100_000).fill(1) }) ?? [0, 0];
    const [expectedLow, expectedHigh] = wilsonInterval({ hits: 30_000, of: 100_000 });

    expect(low).toBeCloseTo(expectedLow, 6);
    expect(high).toBeCloseTo(expectedHigh, 6);
  });

  it('counts trials that always agree as one', () => {
    const one = clusteredWilson({ above: Float64Array.of(1, 0, 1, 1, 0, 1), below: new Float64Array(6).fill(1) });
    const five = clusteredWilson({ above: Float64Array.of(5, 0, 5, 5, 0, 5), below: new Float64Array(6).fill(5) });

    expect(five?.[0]).toBeCloseTo(one?.[0] ?? Number.NaN, 12);
    expect(five?.[1]).toBeCloseTo(one?.[1] ?? Number.NaN, 12);
  });

  it('stays within 0 and 1, and reaches farther to the middle', () => {
    const above = Float64Array.from({ length: 40 }, (_, cluster) => (cluster === 0 ? 0.4 : 1));
    const [low, high] = clusteredWilson({ above, below: new Float64Array(40).fill(1) }) ?? [0, 0];
    const share = 39.4 / 40;

    expect(high).toBeLessThan(1);
    expect(share - low).toBeGreaterThan(high - share);
  });

  it('says nothing where there is nothing to learn', () => {
    const below = new Float64Array(3).fill(1);

    expect(clusteredWilson({ above: Float64Array.of(1, 1, 1), below })).toBeUndefined();
    expect(clusteredWilson({ above: Float64Array.of(0, 0, 0), below })).toBeUndefined();
    expect(clusteredWilson({ above: Float64Array.of(1), below: Float64Array.of(2) })).toBeUndefined();
  });
});
