import { describe, expect, it } from 'vitest';
import type { ConditionSummary } from '#engine/evals/eval-summary.ts';
import type { Figure } from '#engine/evals/figure.ts';
import type { Metric } from '#engine/evals/metric.ts';
import { judgeLimits, metricLimits } from './metric-limits.ts';

const metric = (name: string, changes: Partial<Metric> = {}): Metric => ({
  ...{
    name,
    title: name,
    unit: 'share',
    headline: 'only',
    open: () => ({ add: () => undefined, figures: () => ({}) }),
  },
  ...changes,
});
const METRICS = [
  metric('rate', { headline: 'last' }),
  metric('tokens', { unit: 'tokens' }),
  metric('fixed', { headline: 'last', needsRound: true }),
];

function judge(kind: 'at least' | 'at most', limit: string, figures: Readonly<Record<string, Figure>>) {
  const [name = ''] = limit.split(/[@=]/);
  const where = { dataset: 'd', mode: 'request', model: 'm', strategy: 's', cells: 1, unscored: {} } as const;
  const conditions: readonly ConditionSummary[] = [{ ...where, metrics: { [name]: figures } }];
  const { missed, undecided } = judgeLimits(conditions, metricLimits([limit], kind, METRICS));
  return missed.length > 0 ? 'missed' : undecided.length > 0 ? 'undecided' : 'kept';
}

describe('limits and what is unscored', () => {
  const share = (value: number, unscored: number): Record<string, Figure> => ({ '2': { value, n: 5, unscored } });

  it('keep a share that would be kept whatever the others were', () => {
    expect(judge('at least', 'rate=0.8', share(1, 1))).toBe('kept');
    expect(judge('at most', 'rate=0.2', share(0, 1))).toBe('kept');
  });

  it('are undecided where the others could turn it, and missed where it is missed anyway', () => {
    expect(judge('at least', 'rate=0.8', share(1, 95))).toBe('undecided');
    expect(judge('at most', 'rate=0.2', share(0, 95))).toBe('undecided');
    expect(judge('at least', 'rate=0.8', share(0.4, 95))).toBe('missed');
  });

  it('are undecided for other figures as soon as one is unscored', () => {
    expect(judge('at most', 'tokens=100', { '': { value: 10, n: 5, unscored: 0 } })).toBe('kept');
    expect(judge('at most', 'tokens=100', { '': { value: 10, n: 5, unscored: 1 } })).toBe('undecided');
  });
});

describe('limits and parts', () => {
  it('take later rounds for the last, and leading zeros for none', () => {
    const figures = { '0': { value: 1, n: 5, unscored: 0 }, '2': { value: 0, n: 5, unscored: 0 } };

    expect(judge('at most', 'rate@9=0', figures)).toBe('kept');
    expect(judge('at most', 'rate@002=0', figures)).toBe('kept');
    expect(judge('at most', 'rate@0=0', figures)).toBe('missed');
  });

  it('forgive the last digit of a sum', () => {
    expect(judge('at least', 'rate=0.1', { '1': { value: 1 - 0.9, n: 10, unscored: 0 } })).toBe('kept');
  });

  it('have nothing to say of rounds where there was none, or nothing to fix', () => {
    expect(judge('at least', 'fixed=1', { '0': { value: 0, n: 5, unscored: 0 } })).toBe('kept');
    expect(judge('at least', 'fixed=1', { '0': { n: 5, unscored: 0 }, '1': { n: 5, unscored: 0 } })).toBe('kept');
    expect(judge('at least', 'fixed=1', { '0': { n: 0, unscored: 5 }, '1': { n: 0, unscored: 5 } })).toBe('missed');
  });
});
