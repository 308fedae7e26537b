import { describe, expect, it } from 'vitest';
import type { EvalResult } from '#engine/evals/eval-result.ts';
import type { Figure } from '#engine/evals/figure.ts';
import type { Metric } from '#engine/evals/metric.ts';
import { figuresOf } from './figures-of.ts';
import { scored, scriptedFinding, scriptedResult, WEAK } from './scripted-result.ts';

/** Checks what every metric has to keep to, on scripted results; its own tests check its values. */
export function testMetric(metric: Metric): void {
  describe(`${metric.name}, as every metric`, () => {
    it('is named and says what it counts', () => {
      expect(metric.name).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(metric.title).toMatch(/\S/);
    });

    it('has the part that speaks for it', () => {
      const parts = Object.keys(figuresOf(metric, mixedResults()));

      if (metric.headline === 'only') expect(parts).toEqual(['']);
      else if (metric.headline !== undefined) expect(parts.every((part) => /^\d+$/.test(part))).toBe(true);
      else expect(parts).not.toContain('');
    });

    it('says nothing of no results', () => {
      const figures = Object.values(figuresOf(metric, []));

      expect(figures).toEqual(figures.map(() => ({ n: 0, unscored: 0 })));
    });

    it('gives the same figures for the same results in another order', () => {
      const results = mixedResults();

      expect(rounded(figuresOf(metric, results.toReversed()))).toEqual(rounded(figuresOf(metric, results)));
    });

    it('has an interval around each value', () => {
      const figures = Object.values(figuresOf(metric, mixedResults())).filter(({ value }) => value !== undefined);

      expect(figures).not.toEqual([]);
      for (const { value = Number.NaN, n, low, high, interval } of figures) {
        expect(n).toBeGreaterThan(0);
        expect(interval === undefined).toBe(low === undefined);
        expect(low ?? value).toBeLessThanOrEqual(value + 1e-9);
        expect(high ?? value).toBeGreaterThanOrEqual(value - 1e-9);
      }
    });

    it('takes a cell with an error neither for a success nor for a failure', () => {
      const results = mixedResults();
      const broken = scriptedResult('broken', [], {
        error: 'The disk is full.',
        scores: {},
        cost: 'unknown',
        usage: {},
      });
      const before = figuresOf(metric, results);

      for (const [part, { value, n }] of Object.entries(figuresOf(metric, [broken, ...results]))) {
        expect(value ?? Number.NaN).toBeCloseTo(before[part]?.value ?? Number.NaN, 9);
        expect(n).toBe(before[part]?.n);
      }
    });

    it('bears a cell without a program', () => {
      const figures = Object.values(figuresOf(metric, [scriptedResult('empty', [], { repeat: 2 })]));

      expect(figures.filter(({ n, value }) => n === 0 && value !== undefined)).toEqual([]);
    });
  });
}

/** Twelve samples in six clusters, two repeats: fixed, left, broken on the way, gamed, refused. */
function mixedResults(): readonly EvalResult[] {
  return Array.from({ length: 24 }, (_, place) => {
    const sample = place % 12;
    const more = { cluster: `cluster ${sample % 6}`, repeat: place < 12 ? 1 : 2, cost: 500 + 37 * place };
    const back = [...WEAK, scriptedFinding('f2', { cwe: 'CWE-22', severity: 'low' })];
    const programs = [
      [WEAK, 'passes'],
      [WEAK, back, 'passes', WEAK],
      ['passes'],
      [back, WEAK, WEAK],
      ['not built', 'passes'],
      [WEAK, 'unscored'],
    ] as const;
    const result = scriptedResult(
      `sample ${sample}`,
      programs[(sample + (place < 12 ? 0 : 1)) % programs.length] ?? [],
      more,
    );
    const isGamed = place % 5 === 0;
    return {
      ...result,
      iterations: result.iterations.map((step) => ({
        ...step,
        introduced: step.iteration % 2,
        changeFaults: isGamed ? ['function-deleted'] : [],
      })),
      scores: { ...result.scores, functional: scored(place % 3 > 0), joint: scored(place % 4 > 1) },
    };
  });
}

/** Sums in another order differ in their last digits. */
function rounded(figures: Readonly<Record<string, Figure>>): unknown {
  return JSON.parse(
    JSON.stringify(figures, (_, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(9)) : value)),
  );
}
