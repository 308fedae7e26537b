import { describe, expect, it } from 'vitest';
import { normalBelow, normalQuantile, studentQuantile975 } from './normal.ts';

describe('normalBelow and normalQuantile', () => {
  // Tables of the standard normal distribution.
  it.each([
    { z: 0, p: 0.5 },
    { z: 1, p: 0.8413447 },
    { z: -1.959964, p: 0.025 },
    { z: 2.575829, p: 0.995 },
    { z: -3.090232, p: 0.001 },
  ])('knows $z and $p from tables', ({ z, p }) => {
    expect(normalBelow(z)).toBeCloseTo(p, 6);
    expect(normalQuantile(p)).toBeCloseTo(z, 4);
  });

  it('is infinite at the ends', () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
  });
});

describe('studentQuantile975', () => {
  // Tables of Student's t.
  it.each([
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [4, 2.776],
    [9, 2.262],
    [30, 2.042],
    [1000, 1.962],
  ])('has %s degrees of freedom at %s', (degrees, t) => {
    expect(Math.abs(studentQuantile975(degrees) - t)).toBeLessThan(0.005);
  });
});
