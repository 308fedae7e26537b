import { expect, it } from 'vitest';
import { figuresOf } from '#testing/figures-of.ts';
import { scriptedResult } from '#testing/scripted-result.ts';
import { testMetric } from '#testing/test-metric.ts';
import { metric } from './metric.ts';

testMetric(metric);

it('adds up both directions and does not take an unknown count for 0', () => {
  const results = [
    scriptedResult('a', ['passes'], { usage: { inputTokens: 100, outputTokens: 20, cachedInputTokens: 50 } }),
    scriptedResult('b', ['passes'], { usage: { inputTokens: 200, outputTokens: 80 } }),
    scriptedResult('c', ['passes'], { usage: { inputTokens: 300 } }),
  ];

  expect(figuresOf(metric, results)['']).toMatchObject({ value: 200, n: 2, unscored: 1 });
});
