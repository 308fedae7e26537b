import { expect, it } from 'vitest';
import { figuresOf } from '#testing/figures-of.ts';
import { scriptedResult, WEAK } from '#testing/scripted-result.ts';
import { testMetric } from '#testing/test-metric.ts';
import { metric } from './metric.ts';

testMetric(metric);

it('is a mean over the rounds that took place', () => {
  const withIntroduced = (sampleId: string, introduced: readonly number[]): ReturnType<typeof scriptedResult> => {
    const result = scriptedResult(sampleId, [WEAK, ...introduced.map(() => WEAK)]);
    const iterations = result.iterations.map((step) => ({ ...step, introduced: introduced[step.iteration - 1] ?? 9 }));
    return { ...result, iterations };
  };

  const figures = figuresOf(metric, [withIntroduced('a', [2, 1]), withIntroduced('b', [1]), withIntroduced('c', [])]);

  expect(figures).toMatchObject({ 1: { value: 1.5, n: 2 }, 2: { value: 1, n: 1 } });
});
