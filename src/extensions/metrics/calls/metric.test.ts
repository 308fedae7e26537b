import { expect, it } from 'vitest';
import { figuresOf } from '#testing/figures-of.ts';
import { scriptedResult } from '#testing/scripted-result.ts';
import { testMetric } from '#testing/test-metric.ts';
import { metric } from './metric.ts';

testMetric(metric);

it('is a mean over cells, those without a program among them', () => {
  const results = [scriptedResult('a', ['passes'], { calls: 5 }), scriptedResult('b', [], { calls: 2 })];

  expect(figuresOf(metric, results)['']).toMatchObject({ value: 3.5, n: 2, unscored: 0 });
});
