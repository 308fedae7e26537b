import { describe, expect, it } from 'vitest';
import { drawSample } from './corpus-sample.ts';

describe('drawSample', () => {
  const all = Array.from({ length: 1000 }, (_, index) => index);

  it('gives the same for the same seed and something else for another', () => {
    expect(drawSample(all, 20, 1)).toEqual(drawSample(all, 20, 1));
    expect(drawSample(all, 20, 1)).not.toEqual(drawSample(all, 20, 2));
  });

  it('draws each once, in the order of the list', () => {
    const drawn = drawSample(all, 50, 7);

    expect(new Set(drawn).size).toBe(50);
    expect(drawn).toEqual(drawn.toSorted((a, b) => a - b));
  });

  it('draws from the whole list', () => {
    const mean = drawSample(all, 200, 3).reduce((sum, one) => sum + one, 0) / 200;

    expect(mean).toBeGreaterThan(400);
    expect(mean).toBeLessThan(600);
  });

  it('gives all of a list that is shorter', () => {
    expect(drawSample([1, 2], 50, 1)).toEqual([1, 2]);
  });
});
