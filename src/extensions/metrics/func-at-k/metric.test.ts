import { expect, it } from 'vitest';
import type { EvalResult } from '#engine/evals/eval-result.ts';
import { figuresOf } from '#testing/figures-of.ts';
import { scored, scriptedResult } from '#testing/scripted-result.ts';
import { testMetric } from '#testing/test-metric.ts';
import { metric } from './metric.ts';

testMetric(metric);

/** Repeats of one sample: `+` passes, `-` fails, `?` is unscored. */
function repeatsOf(sampleId: string, outcomes: string): readonly EvalResult[] {
  return [...outcomes].map((outcome, place) =>
    scriptedResult(sampleId, ['passes'], {
      repeat: place + 1,
      scores: {
        functional: outcome === '?' ? { status: 'unscored', reason: 'It ran out of time.' } : scored(outcome === '+'),
      },
    }),
  );
}

it('is the unbiased estimator, as a mean over samples', () => {
  const figures = figuresOf(metric, [...repeatsOf('a', '+---'), ...repeatsOf('b', '++--'), ...repeatsOf('c', '+??')]);

  // By hand: (1/4 + 1/2 + 1) / 3; of two, (1 - 3/6 + 1 - 1/6) / 2; of three, (1 - 1/4 + 1) / 2.
  expect(figures['1']).toMatchObject({ value: 1.75 / 3, n: 3, unscored: 0 });
  expect(figures['2']?.value).toBeCloseTo(2 / 3, 12);
  expect(figures['2']).toMatchObject({ n: 2, unscored: 1 });
  expect(figures['3']?.value).toBeCloseTo(0.875, 12);
});

it('uses Wilson for one repeat of independent samples', () => {
  expect(figuresOf(metric, [...repeatsOf('a', '+'), ...repeatsOf('b', '-')])['1']).toMatchObject({
    interval: 'wilson',
  });
});

it('leaves out samples that the scorer does not apply to', () => {
  expect(figuresOf(metric, [scriptedResult('a', ['passes'], { scores: {} })])['1']).toEqual({ n: 0, unscored: 0 });
});
