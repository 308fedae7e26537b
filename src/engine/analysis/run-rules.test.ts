import { describe, expect, it } from 'vitest';
import { factsIn } from '#testing/analysis-fixture.ts';
import { plainRule } from '#testing/plain-rule.ts';
import { walk } from './judges/walk.ts';
import type { Rule } from './rule.ts';
import { countWork } from './rule-work.ts';
import { runRules } from './run-rules.ts';

const bare = plainRule('any/plain');

async function found(code: string, ...rules: readonly Rule[]): Promise<readonly string[]> {
  const lines: string[] = [];
  const facts = await factsIn(code);
  const failed = runRules(facts, rules, (rule, path, at, { message }) =>
    lines.push(`${rule.id} ${path} ${facts.textAt(at)} ${message}`),
  );
  return failed === undefined ? lines : [...lines, failed];
}

describe('rules', () => {
  it('get the sinks of their kinds', async () => {
    const rule: Rule = {
      ...bare,
      id: 'python/a',
      languages: ['python'],
      sinks: ['shell', 'sql'],
      checkSink: ({ kind, argumentAt }, report) => {
        report({ message: `${kind}.`, confidence: 'high' });
        report({ message: 'There.', confidence: 'high' }, argumentAt);
      },
    };

    expect(await found('run(a)\nweblib.page(b)\nx.execute(c)\nrun(d)', rule)).toEqual([
      'python/a main.py run(a) shell.',
      'python/a main.py a There.',
      'python/a main.py run(d) shell.',
      'python/a main.py d There.',
      'python/a main.py x.execute(c) sql.',
      'python/a main.py c There.',
    ]);
  });

  it('are not asked about other languages', async () => {
    const rule: Rule = { ...bare, languages: ['javascript'], check: () => expect.unreachable() };

    expect(await found('run(a)', rule)).toEqual([]);
  });

  it('have a share of work, and the others look all the same', async () => {
    const rule = (id: string, check: NonNullable<Rule['check']>): Rule => ({
      ...bare,
      id,
      languages: ['python'],
      check,
    });
    const endless = rule('endless', ({ module }, report) => {
      report(module.body[0]!.at, { message: 'Seen.', confidence: 'low' });
      for (;;) for (const node of walk(module.body)) expect(node).toBeDefined();
    });
    const other = rule('other', ({ module }, report) =>
      report(module.body[1]!.at, { message: 'Too.', confidence: 'low' }),
    );

    expect(await found('x = 1\ny = 2', endless, other)).toEqual([
      'endless main.py x = 1 Seen.',
      'other main.py y = 2 Too.',
      'The rule endless did not finish: the file gives it too much work.',
    ]);
    expect(() => countWork(1_000_000)).not.toThrow();
  });

  it('that fail do not keep the others from looking', async () => {
    const rule = (id: string, check: NonNullable<Rule['check']>): Rule => ({
      ...bare,
      id,
      languages: ['python'],
      check,
    });
    const lines = await found(
      'x = 1',
      rule('a', () => {
        throw new TypeError('no');
      }),
      rule('b', ({ module }, report) => report(module.body[0]!.at, { message: 'Seen.', confidence: 'low' })),
      rule('c', () => {
        throw 'nothing';
      }),
    );

    expect(lines).toEqual(['b main.py x = 1 Seen.', 'The rule a broke off with TypeError.']);
  });
});
