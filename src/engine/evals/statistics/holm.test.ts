import { describe, expect, it } from 'vitest';
import { holm } from './holm.ts';

describe('holm', () => {
  it('multiplies the smallest by the number of all, the next by one less', () => {
    // By hand, as R's p.adjust says too: 0.01 * 4, 0.02 * 3, max(0.06, 0.03 * 2), max(0.06, 0.04 * 1).
    const corrected = holm([0.04, 0.01, 0.03, 0.02]);

    expect(corrected.map((value) => Number(value.toFixed(10)))).toEqual([0.06, 0.04, 0.06, 0.06]);
  });

  it('never exceeds 1 and leaves a single value as it is', () => {
    expect(holm([0.6, 0.7])).toEqual([1, 1]);
    expect(holm([0.03])).toEqual([0.03]);
    expect(holm([])).toEqual([]);
  });
});
