import { describe, expect, it } from 'vitest';
import type { ConditionSummary, PairedComparison } from '../eval-summary.ts';
import { answer, type Answered } from './answer.ts';
import { inline } from './markdown-report.ts';

const roles: Answered['roles'] = {
  ...{ vulnerableByIteration: 'v', fixSuccessByIteration: 'f', security: { metric: 's', part: '1' } },
  ...{ isSecurityHigherBetter: true, byWeakness: 'w', costPerFixed: 'c', tokensPerSample: 't', callsPerSample: 'n' },
  ...{ withEp: 'e', withoutEp: 'o' },
};

function condition(strategy: string, value: number | undefined): ConditionSummary {
  const figure = { n: 20, unscored: 0, ...(value === undefined ? {} : { value }) };
  const where = { dataset: 'tasks', mode: 'request', model: 'a/b' } as const;
  return { ...where, strategy, cells: 20, unscored: {}, metrics: { s: { '1': figure } } };
}

const compared = (pCorrected: number): PairedComparison => ({
  ...{ dataset: 'tasks', mode: 'request', model: 'a/b', strategies: ['loop', 'plain'], scorer: 'detectors', n: 20 },
  ...{ onlyFirstPasses: 8, onlySecondPasses: 0, difference: { n: 20, unscored: 0 }, p: 0.01, pCorrected },
});

function answered(
  conditions: readonly ConditionSummary[],
  comparisons: readonly PairedComparison[] = [],
  changes: Partial<Answered> = {},
) {
  const summary = { conditions, comparisons };
  return answer({ summary, roles, security: 'detectors', total: 40, cells: 40, ...changes });
}

describe('the answer of a report', () => {
  it('names the best, whether that may be chance, and all others', () => {
    const conditions = [condition('plain', 0.5), condition('loop', 0.9), condition('third', 0.25)];

    expect(answered(conditions, [compared(0.01)])).toEqual([
      'tasks, a/b: loop with 90 % (n = 20) is ahead of plain with 50 %, beyond doubt (20 samples in common, p = 0.010 after correction). Then: third with 25 %.',
    ]);
    expect(answered(conditions, [compared(0.2)])[0]).toContain('but that may be chance');
    expect(answered(conditions)[0]).toContain('whether that is chance cannot be said. Then: third with 25 %.');
  });

  it('says which are level', () => {
    const conditions = [condition('plain', 0.5), condition('loop', 1), condition('third', 1)];

    expect(answered(conditions)).toEqual([
      'tasks, a/b: loop with 100 % (n = 20) and third with 100 % are level. Then: plain with 50 %.',
    ]);
  });

  it('says when nothing can be said', () => {
    expect(answered([])).toEqual(['The run has no results yet.']);
    expect(answered([condition('loop', undefined)])[0]).toContain('nothing was scored');
    expect(answered([condition('loop', 1)])[0]).toContain('it was the only strategy');
    expect(answered([condition('loop', 1), condition('plain', undefined)])[0]).toContain(
      'no other strategy has a score',
    );
  });

  it('says first that a run is not whole', () => {
    expect(answered([condition('loop', 1)], [], { total: 30 })[0]).toBe(
      'The run is not whole: 30 of 40 cells have a result, and more may change what follows.',
    );
    const { cells: _, ...open } = { cells: 40, total: 30 };
    const summary = { conditions: [condition('loop', 1)], comparisons: [] };
    expect(answer({ summary, roles, security: 'detectors', ...open })[0]).toContain('30 cells have a result');
  });
});

describe('a line of Markdown', () => {
  it.each([
    ['func-sec@k', 'func-sec@k'],
    ['@person and (@person)', '<span>@</span>person and (<span>@</span>person)'],
    ['mail to me@example.com', 'mail to me<span>@</span>example.com'],
    ['a@www.example.com', 'a<span>@</span>www\\.example.com'],
    ['a@two_words.com', 'a<span>@</span>two\\_words.com'],
  ])('calls nobody: %s', (text, shown) => {
    expect(inline(text)).toBe(shown);
  });
});
