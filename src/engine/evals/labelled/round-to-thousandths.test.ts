import { expect, it } from 'vitest';
import { roundToThousandths } from './round-to-thousandths.ts';

it.each([
  // What Python 3 prints for round(x, 3).
  [1 / 16, 0.062],
  [3 / 16, 0.188],
  [5 / 16, 0.312],
  [15 / 16, 0.938],
  [1 / 8, 0.125],
  [2 / 3, 0.667],
  [0.0005, 0.001],
  [0.0025, 0.003],
  [1, 1],
  [0, 0],
  [61 / 84, 0.726],
])('rounds %d to %d', (value, rounded) => {
  expect(roundToThousandths(value)).toBe(rounded);
});
