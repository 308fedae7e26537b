import { describe, expect, it } from 'vitest';
import type { EvalResult } from '#engine/evals/eval-result.ts';
import type { Metric } from '#engine/evals/metric.ts';
import { figuresOf } from './figures-of.ts';
import { scored, scriptedResult } from './scripted-result.ts';

/** Checks a metric that is the probability that of k repeats at least one passes a scorer, beside what every metric keeps to. */
export function testAttemptsMetric(metric: Metric, scorer: string): void {
  /** Repeats of one sample: `+` passes, `-` fails, `?` is unscored. */
  const repeatsOf = (sampleId: string, outcomes: string): readonly EvalResult[] =>
    [...outcomes].map((outcome, place) =>
      scriptedResult(sampleId, ['passes'], {
        repeat: place + 1,
        scores: {
          [scorer]: outcome === '?' ? { status: 'unscored', reason: 'It ran out of time.' } : scored(outcome === '+'),
        },
      }),
    );

  describe(`${metric.name}, as a probability of k repeats`, () => {
    it('is the unbiased estimator, as a mean over samples', () => {
      const figures = figuresOf(metric, [
        ...repeatsOf('a', '+---'),
        ...repeatsOf('b', '++--'),
        ...repeatsOf('c', '+??'),
      ]);

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
  });
}
