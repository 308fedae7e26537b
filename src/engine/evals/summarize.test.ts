import { describe, expect, it } from 'vitest';
import { scored, scriptedResult, WEAK } from '#testing/scripted-result.ts';
import type { EvalResult } from './eval-result.ts';
import type { Metric } from './metric.ts';
import { summarize } from './summarize.ts';
import { partTally } from './tallies/part-tally.ts';

const OPTIONS = { seed: 1, draws: 200, security: 'detectors' };

const passing: Metric = {
  name: 'passing',
  title: 'Passing',
  unit: 'share',
  open: (options) => {
    const tally = partTally();
    return {
      add: ({ verdict }, cluster) => tally.add('', cluster, verdict === 'secure' ? 1 : 0, 1),
      figures: () => tally.figures({ isShare: true }, options),
    };
  },
};

async function* stream(results: readonly EvalResult[]): AsyncIterable<EvalResult> {
  yield* results;
}

describe('summarize', () => {
  it('has one summary for each dataset, mode, model and strategy, with reasons for what is unscored', async () => {
    const results = [
      scriptedResult('a', ['passes'], { verdict: 'secure' }),
      scriptedResult('b', [], { strategy: 'loop' }),
      scriptedResult('c', [], { error: 'The disk is full.' }),
      scriptedResult('a', [WEAK], { strategy: 'zero-shot' }),
      scriptedResult('a', [WEAK], { mode: 'code' }),
    ];

    const { conditions } = await summarize(stream(results), [passing], OPTIONS);

    expect(conditions.map(({ mode, strategy, cells }) => [mode, strategy, cells])).toEqual([
      ['code', 'loop', 1],
      ['request', 'loop', 3],
      ['request', 'zero-shot', 1],
    ]);
    expect(conditions[1]?.unscored).toEqual({ 'The disk is full.': 1, 'There is no program.': 1 });
    expect(conditions[1]?.metrics['passing']?.['']).toMatchObject({ value: 1 / 3, n: 3, interval: 'wilson' });
  });

  it('puts rare reasons together, so that hostile ones do not fill the memory', async () => {
    const results = Array.from({ length: 200 }, (_, place) =>
      scriptedResult(`s${place}`, [], { error: `Fault ${place}.` }),
    );

    const { conditions } = await summarize(stream(results), [], OPTIONS);

    expect(Object.keys(conditions[0]?.unscored ?? {})).toHaveLength(51);
    expect(conditions[0]?.unscored['other reasons']).toBe(150);
  });

  it('says the same of the same results in another order', async () => {
    const results = ['loop', 'zero-shot'].flatMap((strategy) =>
      Array.from({ length: 30 }, (_, place) =>
        scriptedResult(`s${place}`, [(place * 7) % 3 === 0 || strategy === 'loop' ? 'passes' : WEAK], {
          strategy,
          cluster: `c${place % 8}`,
        }),
      ),
    );

    const one = await summarize(stream(results), [passing], OPTIONS);

    expect(await summarize(stream(results.toReversed()), [passing], OPTIONS)).toEqual(one);
    expect(one.comparisons).toHaveLength(1);
  });
});

describe('comparisons of strategies', () => {
  /** Strategy `a` passes where the text has `+`, by sample; so does `b`; `?` is unscored, ` ` a sample that was not run. */
  const pairs = (a: string, b: string, more: Partial<EvalResult> = {}): readonly EvalResult[] =>
    [a, b].flatMap((outcomes, side) =>
      [...outcomes].flatMap((outcome, sample) =>
        outcome === ' '
          ? []
          : scriptedResult(`s${sample}`, [outcome === '?' ? 'unscored' : outcome === '+' ? 'passes' : WEAK], {
              strategy: side === 0 ? 'a' : 'b',
              ...more,
            }),
      ),
    );

  it('are exact McNemar on pairs that both have a score for, and a difference', async () => {
    const results = pairs('++++++++--+-?+ ', '--------+++-+?+');

    const { comparisons } = await summarize(stream(results), [], OPTIONS);

    // 8 against 2 of 12 pairs: p = 2 * (1 + 10 + 45) / 1024; the difference is (8 - 2) / 12.
    expect(comparisons).toMatchObject([
      { strategies: ['a', 'b'], scorer: 'detectors', n: 12, onlyFirstPasses: 8, onlySecondPasses: 2 },
    ]);
    expect(comparisons[0]?.p).toBeCloseTo(0.109375, 12);
    expect(comparisons[0]?.difference).toMatchObject({ value: 0.5, n: 12, unscored: 3, interval: 'bootstrap' });
    expect(comparisons[0]?.pCorrected).toBe(comparisons[0]?.p);
  });

  it('flip whole clusters where samples share one', async () => {
    // All six samples in one cluster: one coin, so nothing can be said.
    const { comparisons } = await summarize(stream(pairs('++++++', '------', { cluster: 'one' })), [], OPTIONS);

    expect(comparisons[0]).toMatchObject({ onlyFirstPasses: 6, p: 1 });
  });

  it('use the first repeat for the test and all repeats for the difference', async () => {
    const results = [...pairs('++', '--'), ...pairs('-+', '-+', { repeat: 2 })];

    const { comparisons } = await summarize(stream(results), [], OPTIONS);

    // Sample 0: 1/2 - 0; sample 1: 1 - 1/2.
    expect(comparisons[0]).toMatchObject({ n: 2, onlyFirstPasses: 2, difference: { value: 0.5, n: 2 } });
  });

  it('are corrected for their number, over scorers and strategies', async () => {
    const results = pairs('++++++', '------').map((result) => ({
      ...result,
      scores: { ...result.scores, functional: scored(result.strategy === 'b') },
    }));

    const { comparisons } = await summarize(stream(results), [], OPTIONS);

    expect(comparisons.map(({ scorer, p, pCorrected }) => [scorer, p.toFixed(6), pCorrected.toFixed(6)])).toEqual([
      ['detectors', '0.031250', '0.062500'],
      ['functional', '0.031250', '0.062500'],
    ]);
  });

  it('do not claim certainty where strategies never differ', async () => {
    const { comparisons } = await summarize(stream(pairs('+'.repeat(20), '+'.repeat(20))), [], OPTIONS);

    // At most 16.1 % of 20 by Wilson.
    expect(comparisons[0]?.difference.value).toBe(0);
    expect(comparisons[0]?.difference.high?.toFixed(3)).toBe('0.161');
    expect(comparisons[0]?.p).toBe(1);
  });
});
