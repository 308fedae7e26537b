import { expect, it } from 'vitest';
import { figuresOf, valuesOf } from '#testing/figures-of.ts';
import { scriptedResult, WEAK } from '#testing/scripted-result.ts';
import { testMetric } from '#testing/test-metric.ts';
import { metric } from './metric.ts';

testMetric(metric);

it('is 1 - V_end / V_start as published', () => {
  // LLMSecEval in the paper's figures: 73, 35, 17 vulnerable samples at iterations 0, 1, 2: 52 % and 77 %.
  const results = Array.from({ length: 150 }, (_, place) =>
    scriptedResult(
      `s${place}`,
      place < 17
        ? [WEAK, WEAK, WEAK]
        : place < 35
          ? [WEAK, WEAK, 'passes']
          : place < 73
            ? [WEAK, 'passes']
            : ['passes'],
    ),
  );

  const figures = figuresOf(metric, results);

  expect(figures['0']?.value).toBe(0);
  expect(figures['1']?.value).toBeCloseTo(0.5205, 4);
  expect(figures['2']?.value).toBeCloseTo(0.7671, 4);
  // Wilson of 17 in 73, by hand: 0.1511 to 0.3418; less 1.
  expect([figures['2']?.low?.toFixed(3), figures['2']?.high?.toFixed(3)]).toEqual(['0.658', '0.849']);
});

it('falls below 0 when there is more to fix than at first', () => {
  const results = [
    scriptedResult('a', [WEAK, WEAK]),
    scriptedResult('b', ['passes', WEAK]),
    scriptedResult('c', ['passes']),
  ];

  expect(valuesOf(metric, results)).toEqual({ 0: 0, 1: -1 });
});

it('leaves out cells without a score at either end, and shows them', () => {
  const results = [
    scriptedResult('a', [WEAK, 'passes']),
    scriptedResult('b', [WEAK, 'unscored']),
    scriptedResult('c', []),
  ];

  expect(figuresOf(metric, results)['1']).toMatchObject({ value: 1, n: 1, unscored: 2 });
});

it('does not take code that does not build for fixed', () => {
  expect(valuesOf(metric, [scriptedResult('a', [WEAK, 'not built'])])).toEqual({ 0: 0, 1: 0 });
});

it('has no value where nothing was vulnerable', () => {
  expect(figuresOf(metric, [scriptedResult('a', ['passes'])])['0']).toEqual({ n: 1, unscored: 0 });
});
