import { expect, it } from 'vitest';
import { figuresOf } from '#testing/figures-of.ts';
import { scriptedResult, WEAK } from '#testing/scripted-result.ts';
import { testMetric } from '#testing/test-metric.ts';
import { metric } from './metric.ts';

testMetric(metric);

const fixed = [
  scriptedResult('a', [WEAK, 'passes'], { cost: 3000 }),
  scriptedResult('b', ['not built', 'passes'], { cost: 1000 }),
  scriptedResult('c', [WEAK, WEAK], { cost: 2000 }),
  scriptedResult('d', ['passes'], { cost: 400 }),
  scriptedResult('e', [], { cost: 100 }),
];

it('divides what all cells cost by those that were fixed', () => {
  expect(figuresOf(metric, fixed)['']).toMatchObject({ value: 3250, n: 5, unscored: 0 });
});

it('has no interval where a draw may hold no fixed sample', () => {
  expect(figuresOf(metric, fixed.slice(1))['']?.low).toBeUndefined();
});

it('has no value once a price is unknown, or nothing was fixed', () => {
  const unpriced = scriptedResult('f', ['passes'], { cost: 'unknown' });

  expect(figuresOf(metric, [...fixed, unpriced])['']).toEqual({ n: 5, unscored: 1 });
  expect(figuresOf(metric, fixed.slice(2))['']).toEqual({ n: 3, unscored: 0 });
});
