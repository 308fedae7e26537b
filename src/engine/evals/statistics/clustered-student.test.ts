import { describe, expect, it } from 'vitest';
import { clusteredStudent } from './clustered-student.ts';

describe('clusteredStudent', () => {
  it('is the textbook interval of a mean where each cluster is one number', () => {
    // 1 to 5, and one cluster that has nothing: mean 3, standard deviation 1.5811, 2.776 * 1.5811 / sqrt(5) = 1.963.
    const above = Float64Array.of(1, 2, 3, 4, 5, 0);
    const below = Float64Array.of(1, 1, 1, 1, 1, 0);

    const [low, high] = clusteredStudent({ above, below }) ?? [0, 0];

    expect(low).toBeCloseTo(1.037, 2);
    expect(high).toBeCloseTo(4.963, 2);
  });

  it('has nothing to say of one cluster', () => {
    expect(clusteredStudent({ above: Float64Array.of(1), below: Float64Array.of(2) })).toBeUndefined();
  });
});
