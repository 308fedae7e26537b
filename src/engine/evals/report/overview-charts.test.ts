import { describe, expect, it } from 'vitest';
import type { ConditionSummary } from '../eval-summary.ts';
import type { RunForFigures } from '../figures/figure-roles.ts';
import { overviewCharts } from './overview-charts.ts';

const roles: RunForFigures['roles'] = {
  ...{ vulnerableByIteration: 'v', fixSuccessByIteration: 'f', security: { metric: 's', part: '1' } },
  ...{ isSecurityHigherBetter: true, byWeakness: 'w', costPerFixed: 'cost', tokensPerSample: 'tokens' },
  ...{ callsPerSample: 'calls', withEp: 'e', withoutEp: 'o' },
};

function condition(strategy: string, known: Readonly<Record<string, number>>): ConditionSummary {
  const all = { s: { '1': { value: 0.9, n: 20, unscored: 0 } } };
  const metrics = Object.fromEntries(
    ['cost', 'tokens', 'calls'].map((name) => [name, { '': { n: 20, unscored: 0, ...valueOf(known[name]) } }]),
  );
  const where = { dataset: 'd', mode: 'request', model: 'a/b' } as const;
  return { ...where, strategy, cells: 20, unscored: {}, metrics: { ...all, ...metrics } };
}

function valueOf(value: number | undefined): { value?: number } {
  return value === undefined ? {} : { value };
}

function costChart(...conditions: readonly ConditionSummary[]) {
  const run: RunForFigures = { title: 'this run', conditions, roles, shares: new Set() };
  return overviewCharts(run, 'colour').find(({ name }) => name === '4-cost');
}

describe('the chart of cost against security', () => {
  it('shows money where every condition has it, in dollars', () => {
    const chart = costChart(condition('a', { cost: 2_000_000, tokens: 5, calls: 1 }));

    expect(JSON.stringify(chart?.spec)).toContain('US dollars per fixed sample');
    expect(JSON.stringify(chart?.spec)).toContain('"x":2,');
  });

  it('shows tokens where a price is missing, and calls where tokens were not told, and says so', () => {
    const priced = condition('a', { cost: 2_000_000, tokens: 500, calls: 1 });
    const unpriced = condition('b', { tokens: 700, calls: 2 });
    const untold = condition('c', { calls: 3 });

    expect(JSON.stringify(costChart(priced, unpriced)?.spec)).toContain('tokens per sample');
    expect(costChart(priced, unpriced)?.caption).toContain('so tokens are shown');
    expect(JSON.stringify(costChart(priced, unpriced, untold)?.spec)).toContain('calls per sample');
    expect(costChart(priced, unpriced, untold)?.caption).toContain('so calls are');
  });

  it('is not drawn where nothing was scored', () => {
    expect(costChart()).toBeUndefined();
  });
});
