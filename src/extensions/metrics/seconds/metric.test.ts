import { expect, it } from 'vitest';
import { figuresOf } from '#testing/figures-of.ts';
import { scriptedResult } from '#testing/scripted-result.ts';
import { testMetric } from '#testing/test-metric.ts';
import { metric } from './metric.ts';

testMetric(metric);

it('is a mean over cells, in seconds', () => {
  const results = [scriptedResult('a', ['passes'], { durationMs: 500 }), scriptedResult('b', [], { durationMs: 2500 })];

  expect(figuresOf(metric, results)['']).toMatchObject({ value: 1.5, n: 2 });
});
