import { expect, it } from 'vitest';
import { figuresOf, valuesOf } from '#testing/figures-of.ts';
import { scriptedResult, WEAK } from '#testing/scripted-result.ts';
import { testMetric } from '#testing/test-metric.ts';
import { metric } from './metric.ts';

testMetric(metric);

it('carries the last program of a cell forward', () => {
  const results = [
    scriptedResult('fixed', [WEAK, 'passes']),
    scriptedResult('left', [WEAK, WEAK, WEAK, WEAK]),
    scriptedResult('secure at once', ['passes']),
    scriptedResult('broken on the way', ['passes', 'passes', WEAK]),
  ];

  expect(valuesOf(metric, results)).toEqual({ 0: 2, 1: 1, 2: 2, 3: 2 });
});

it('counts code that does not build as vulnerable and shows what could not be scored', () => {
  const results = [
    scriptedResult('not built', ['not built']),
    scriptedResult('failed', ['unscored']),
    scriptedResult('refused', []),
    scriptedResult('late', ['unscored', 'passes']),
  ];

  const figures = figuresOf(metric, results);

  expect(figures['0']).toMatchObject({ value: 1, n: 1, unscored: 3 });
  expect(figures['1']).toMatchObject({ value: 1, n: 2, unscored: 2 });
});

it('is the mean over repeats', () => {
  const results = [1, 2].flatMap((repeat) => [
    scriptedResult('a', [WEAK], { repeat }),
    scriptedResult('b', [repeat === 1 ? WEAK : 'passes'], { repeat }),
  ]);

  expect(figuresOf(metric, results)['0']).toMatchObject({ value: 1.5, n: 4 });
});

it('has the interval of the share, times the samples', () => {
  // 81 in 263: 0.2553 to 0.3662 by Wilson (Newcombe 1998), times 263.
  const results = Array.from({ length: 263 }, (_, place) =>
    scriptedResult(`s${place}`, [place < 81 ? WEAK : 'passes']),
  );

  const { value, low = 0, high = 0, interval } = figuresOf(metric, results)['0'] ?? {};

  expect({ value, interval }).toEqual({ value: 81, interval: 'wilson' });
  expect([low.toFixed(1), high.toFixed(1)]).toEqual(['67.1', '96.3']);
});

it('says nothing of results that the scorer has nothing to say of', () => {
  expect(figuresOf(metric, [scriptedResult('a', [WEAK], {})], { security: 'exploit' })).toEqual({});
});
