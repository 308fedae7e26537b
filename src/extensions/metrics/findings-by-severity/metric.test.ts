import { expect, it } from 'vitest';
import { valuesOf } from '#testing/figures-of.ts';
import { scriptedFinding, scriptedResult, WEAK } from '#testing/scripted-result.ts';
import { testMetric } from '#testing/test-metric.ts';
import { metric } from './metric.ts';

testMetric(metric);

it('counts the findings of last programs', () => {
  const low = scriptedFinding('f2', { severity: 'low' });

  expect(valuesOf(metric, [scriptedResult('a', [[low], [...WEAK, low]]), scriptedResult('b', [WEAK])])).toEqual({
    high: 2,
    low: 1,
  });
});
