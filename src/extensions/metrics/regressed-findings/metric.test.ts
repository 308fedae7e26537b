import { expect, it } from 'vitest';
import { figuresOf, valuesOf } from '#testing/figures-of.ts';
import { scriptedFinding, scriptedResult, WEAK } from '#testing/scripted-result.ts';
import { testMetric } from '#testing/test-metric.ts';
import { metric } from './metric.ts';

testMetric(metric);

it('counts a finding that was gone and is back, and not one that is new or stayed', () => {
  const other = scriptedFinding('f2');

  expect(valuesOf(metric, [scriptedResult('a', [WEAK, [other], [other, ...WEAK], WEAK])])).toEqual({
    1: 0,
    2: 1,
    3: 0,
  });
});

it('does not guess where the program before has no score', () => {
  expect(figuresOf(metric, [scriptedResult('a', [WEAK, 'unscored', WEAK])])['2']).toEqual({ n: 0, unscored: 1 });
});
