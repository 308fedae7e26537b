import { expect, it } from 'vitest';
import { figuresOf } from '#testing/figures-of.ts';
import { scriptedResult, WEAK } from '#testing/scripted-result.ts';
import { testMetric } from '#testing/test-metric.ts';
import { metric } from './metric.ts';

testMetric(metric);

it('is the share of rounds that were rolled back for gaming', () => {
  const result = scriptedResult('a', [WEAK, WEAK, WEAK, 'passes']);
  const iterations = result.iterations.map((step) => ({
    ...step,
    changeFaults: step.iteration === 1 ? ['function-stubbed', 'code-elided'] : [],
  }));

  expect(figuresOf(metric, [{ ...result, iterations }, scriptedResult('b', [WEAK, 'passes'])])['']).toMatchObject({
    value: 0.25,
    n: 4,
  });
});
