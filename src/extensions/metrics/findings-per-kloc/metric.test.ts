import { expect, it } from 'vitest';
import { figuresOf, valuesOf } from '#testing/figures-of.ts';
import { scriptedFinding, scriptedResult, WEAK } from '#testing/scripted-result.ts';
import { testMetric } from '#testing/test-metric.ts';
import { metric } from './metric.ts';

testMetric(metric);

it('divides all findings by all lines', () => {
  // Ten lines each: 3 findings in 20 lines, then 1 in 20.
  const two = [...WEAK, scriptedFinding('f2')];

  expect(valuesOf(metric, [scriptedResult('a', [two, WEAK]), scriptedResult('b', [WEAK, 'passes'])])).toEqual({
    0: 150,
    1: 50,
  });
});

it('leaves out a program without a list of findings, and shows it', () => {
  const results = [scriptedResult('a', [WEAK]), scriptedResult('b', ['not built']), scriptedResult('c', [])];

  expect(figuresOf(metric, results)['0']).toMatchObject({ value: 100, n: 1, unscored: 2 });
});

it('still says how many there might be where there are none', () => {
  const results = Array.from({ length: 100 }, (_, place) => scriptedResult(`s${place}`, ['passes']));

  const { value, low, high = 0 } = figuresOf(metric, results)['0'] ?? {};

  // At most 3.7 % of programs by Wilson, with one finding in ten lines each.
  expect([value, low, high.toFixed(1)]).toEqual([0, 0, '3.7']);
});
