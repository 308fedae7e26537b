import { describe, expect, it } from 'vitest';
import type { SourceFiles } from '#core/source-file.ts';
import { openFrontEnds } from '#testing/analysis-fixture.ts';
import { TABLES } from '#testing/analysis-tables.ts';
import { plainRule } from '#testing/plain-rule.ts';
import { type AnalysisInput, type AnalysisResult, analyze } from './analyze.ts';
import type { FrontEnd } from './front-end.ts';
import type { Rule } from './rule.ts';

const bare = plainRule('any/plain');

/** Reports whatever data reaches a shell. */
const shellRule: Rule = {
  ...bare,
  id: 'any/shell',
  languages: ['python', 'javascript', 'typescript'],
  sinks: ['shell'],
  checkSink: ({ taints: [taint] }, report) => {
    if (taint !== undefined) report({ message: 'It is run.', confidence: 'high', taint });
  },
};

async function analysed(files: SourceFiles, given: Partial<AnalysisInput> = {}): Promise<AnalysisResult> {
  const { syntax, frontEnds } = await openFrontEnds();
  return analyze({
    files,
    frontEnds: frontEnds.map((one): FrontEnd => ({ ...one, frameworks: TABLES[one.languages[0] ?? ''] ?? [] })),
    rules: [shellRule],
    parse: (file) => syntax.tree(file),
    ...given,
  });
}

const lines = ({ findings }: AnalysisResult): readonly string[] =>
  findings.map(({ span }) => `${span.path}:${span.startLine}`).toSorted();

const bad = 'import weblib\nrun(weblib.query)\n';

describe('an analysis', () => {
  it.each([
    ['tests of tests', 'x = '.concat('(('.repeat(40), 'a', ' || b) == c)'.repeat(40), ';')],
    ['conditionals in tests', 'x = '.concat('('.repeat(40), 'a', ' ? b : c)'.repeat(40), ';')],
    ['members of calls in tests', 'x = '.concat('('.repeat(40), 'a', ' && b(c)).d'.repeat(40), ';')],
  ])('takes nested %s once', async (_, code) => {
    const { notCovered } = await analysed([{ path: 'a.js', text: code }]);

    expect(notCovered.map(({ reason }) => reason).filter((reason) => !reason.includes('does not parse'))).toEqual([]);
  });

  it('finds in every language that has a front end', async () => {
    const result = await analysed([
      { path: 'a.py', text: bad },
      { path: 'b.js', text: 'run(query)' },
      { path: 'c.ts', text: 'const a: string = query;\nrun(a);' },
      { path: 'd.txt', text: 'run(query)' },
    ]);

    expect(lines(result)).toEqual(['a.py:2', 'b.js:1', 'c.ts:2']);
    expect(result.notCovered.map(({ path }) => path)).toEqual(['d.txt']);
  });

  it('finds the same in any order of files', async () => {
    const files = [
      { path: 'a.py', text: 'import weblib\nfrom b import send\nsend(weblib.query)\n' },
      { path: 'b.py', text: 'from c import go\ndef send(x):\n  go(x)\n' },
      { path: 'c.py', text: 'import weblib\ndef go(x):\n  run(x)\n  run(weblib.query)\n' },
    ];
    const one = await analysed(files);

    expect(lines(await analysed(files.toReversed()))).toEqual(lines(one));
    expect(lines(one)).toEqual(['c.py:3', 'c.py:4']);
  });

  it('reports on the files that it is asked for, with what the others say', async () => {
    const files = [
      { path: 'a.py', text: 'import weblib\nfrom b import same\nrun(same(weblib.query))\n' },
      { path: 'b.py', text: `def same(x):\n  return x\n${bad}` },
    ];
    const seen: string[] = [];

    expect(lines(await analysed(files, { only: new Set(['a.py']), onFile: (path) => seen.push(path) }))).toEqual([
      'a.py:3',
    ]);
    // Once when it is evaluated, once when the rules look at it.
    expect(seen).toEqual(['a.py', 'a.py']);
  });

  it('finds in a file that parses in part, and says so', async () => {
    const { findings, notCovered } = await analysed([{ path: 'a.py', text: `${bad}\ndef (:\n` }]);

    expect(findings).toHaveLength(1);
    expect(notCovered).toEqual([
      { path: 'a.py', reason: expect.stringMatching(/^Line \d+ does not parse\.$/) as string },
    ]);
  });

  it('says which files it could not read', async () => {
    const files = [
      { path: 'a.py', text: bad },
      { path: 'b.py', text: bad },
    ];
    const { syntax } = await openFrontEnds();
    const parse: AnalysisInput['parse'] = async (file) =>
      file.path === 'a.py' ? { problem: 'It is too large.' } : syntax.tree(file);

    expect(await analysed(files, { parse })).toMatchObject({
      findings: [{ span: { path: 'b.py' } }],
      notCovered: [{ path: 'a.py', reason: 'It is too large.' }],
    });
  });

  it('passes over languages without a front end', async () => {
    expect(await analysed([{ path: 'a.py', text: bad }], { frontEnds: [] })).toEqual({ findings: [], notCovered: [] });
  });

  it('says when a rule fails', async () => {
    const rule: Rule = {
      ...bare,
      languages: ['python'],
      check: () => {
        throw new TypeError('no');
      },
    };

    expect((await analysed([{ path: 'a.py', text: bad }], { rules: [rule, shellRule] })).notCovered).toEqual([
      { path: 'a.py', reason: `The rule ${bare.id} broke off with TypeError.` },
    ]);
  });

  it('gives a file up when it takes too long, and goes on', async () => {
    let nowMs = 0;
    const files = [
      { path: 'slow.py', text: 'x = 1\n'.repeat(20_000) },
      { path: 'a.py', text: bad },
    ];
    const result = await analysed(files, {
      nowMs: () => {
        nowMs += 15_000;
        return nowMs;
      },
    });

    expect(result.notCovered).toEqual([{ path: 'slow.py', reason: 'The file takes too long to be analysed.' }]);
    expect(lines(result)).toEqual(['a.py:2']);
  });

  it.each(['lower', 'evaluate'])('gives a file up that overflows the stack in %s', async (where) => {
    const { frontEnds } = await openFrontEnds();
    const overflow = (): never => {
      throw new RangeError('Maximum call stack size exceeded');
    };
    const rewritten = frontEnds.map(
      (one): FrontEnd => ({
        ...one,
        frameworks: [
          {
            name: 'x',
            sinks: [
              { callee: 'run', kind: 'shell', arguments: [0], when: where === 'evaluate' ? overflow : () => true },
            ],
          },
        ],
        ...(where === 'lower' ? { lower: overflow } : {}),
      }),
    );

    expect((await analysed([{ path: 'a.py', text: bad }], { frontEnds: rewritten })).notCovered).toEqual([
      { path: 'a.py', reason: 'The code is nested too deeply to be analysed.' },
    ]);
  });

  it.each(['lower', 'evaluate'])('hides no fault of its own in %s', async (where) => {
    const { frontEnds } = await openFrontEnds();
    const fail = (): never => {
      throw new TypeError('a bug');
    };
    const broken = frontEnds.map(
      (one): FrontEnd => ({
        ...one,
        frameworks: [{ name: 'x', sinks: [{ callee: 'run', kind: 'shell', arguments: [0], when: fail }] }],
        ...(where === 'lower' ? { lower: fail } : {}),
      }),
    );

    await expect(analysed([{ path: 'a.py', text: bad }], { frontEnds: broken })).rejects.toThrow('a bug');
  });

  it('stops when it is told to', async () => {
    await expect(
      analysed([{ path: 'a.py', text: bad }], { signal: AbortSignal.abort(new Error('stop')) }),
    ).rejects.toThrow('stop');
  });

  it('begins anew when much has been read', async () => {
    const filler = `# ${'x'.repeat(1_500_000)}\n`;
    const files = Array.from({ length: 5 }, (_, index) => ({ path: `f${index}.py`, text: `${filler}${bad}` }));

    expect((await analysed(files)).findings).toHaveLength(5);
  });

  it('reads code nested too deeply for the parser or for itself without failing', async () => {
    const deep = (open: string, close: string, times: number): string => `${open.repeat(times)}1${close.repeat(times)}`;
    const files = [
      { path: 'a.py', text: `x = ${deep('(', ')', 9_000)}\n` },
      { path: 'b.py', text: `x = ${deep('f(', ')', 2_000)}\nimport weblib\nrun(weblib.query)\n` },
      { path: 'c.js', text: `x = ${deep('[', ']', 5_000)};` },
      { path: 'd.js', text: `${'if (a) {'.repeat(3_000)}${'}'.repeat(3_000)}` },
      { path: 'e.js', text: `x = ${'() => '.repeat(3_000)}1;` },
    ];

    expect((await analysed(files)).findings.length).toBeLessThanOrEqual(1);
  }, 60_000);
});
