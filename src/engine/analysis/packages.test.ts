import { describe, expect, it } from 'vitest';
import { openFrontEnds } from '#testing/analysis-fixture.ts';
import { plainRule } from '#testing/plain-rule.ts';
import { analyze } from './analyze.ts';
import type { Framework } from './framework.ts';
import type { Rule } from './rule.ts';

/** Libraries that do not exist. */
const TABLE: Framework = {
  name: 'table',
  sources: [{ value: 'weblib.Query()', kind: 'remote', what: 'the query string' }],
  sinks: [{ callee: 'shell.Run', kind: 'shell', arguments: [0] }],
  sanitizers: [{ callee: 'shell.Quote', kinds: ['shell'] }],
};

const shellRule: Rule = {
  ...plainRule('any/shell'),
  languages: ['go', 'java'],
  sinks: ['shell'],
  checkSink: ({ taints }, report) => {
    const taint = taints.find(({ kind }) => kind === 'remote');
    if (taint !== undefined) report({ message: 'It is run.', confidence: 'high', taint });
  },
};

async function found(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { syntax, frontEnds } = await openFrontEnds();
  const { findings, notCovered } = await analyze({
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    frontEnds: frontEnds.map((one) => ({ ...one, frameworks: [TABLE] })),
    rules: [shellRule],
    parse: (file) => syntax.tree(file),
  });
  expect(notCovered).toEqual([]);
  return findings.map(({ span }) => `${span.path}:${String(span.startLine)}`).toSorted();
}

const go = (body: string): string => `package app\n${body}`;
const START = 'func start() { send(weblib.Query()) }';
const SEND = 'func send(line string) { shell.Run(line) }';

describe('files of a package of Go', () => {
  it.each([[['a.go', 'b.go']], [['b.go', 'a.go']]])(
    'call each other, in the order %s',
    async ([first = '', second = '']) => {
      expect(await found({ [first]: go(START), [second]: go(SEND) })).toEqual([`${second}:2`]);
    },
  );

  it('do not know other folders, tests and other endings', async () => {
    expect(await found({ 'a.go': go(START), 'other/b.go': go(SEND) })).toEqual([]);
    expect(await found({ 'a.go': go(START), 'b_test.go': go(SEND) })).toEqual([]);
    expect(await found({ 'a.go': go(START), 'b.java': 'class send { }' })).toEqual([]);
  });

  it('are guarded by what a neighbour does', async () => {
    const clean = 'func clean(line string) string { return shell.Quote(line) }';
    expect(await found({ 'a.go': go('func start() { shell.Run(clean(weblib.Query())) }'), 'b.go': go(clean) })).toEqual(
      [],
    );
  });

  it('share a type and its methods', async () => {
    expect(
      await found({
        'a.go': go('type App struct { runner *Runner }\nfunc (a *App) start() { a.runner.send(weblib.Query()) }'),
        'b.go': go('type Runner struct { }'),
        'c.go': go('func (r *Runner) send(line string) { r.run(line) }'),
        'd.go': go('func (r *Runner) run(line string) { shell.Run(line) }'),
      }),
    ).toEqual(['d.go:2']);
  });

  it('know a name of their own first', async () => {
    expect(await found({ 'a.go': go(`${START}\nfunc send(line string) { }`), 'b.go': go(SEND) })).toEqual([]);
  });

  it('are imported as a whole', async () => {
    expect(
      await found({
        'cmd/main.go': 'package main\nimport "shop.org/app/store"\nfunc main() { store.Open().Send(weblib.Query()) }',
        'store/a.go': 'package store\ntype Store struct { }\nfunc Open() *Store { return &Store{} }',
        'store/b.go': 'package store\nfunc (s *Store) Send(line string) { shell.Run(line) }',
      }),
    ).toEqual(['store/b.go:2']);
  });

  it('may need each other in a ring', async () => {
    expect(
      await found({
        'a.go': go('var first = weblib.Query()\nfunc one() { two(last) }'),
        'b.go': go('var last = first\nfunc two(line string) { shell.Run(line); one() }'),
      }),
    ).toEqual(['b.go:3']);
  });
});

describe('files of a package of Java', () => {
  it('call static methods of each other', async () => {
    expect(
      await found({
        'app/A.java': 'class A { void start() { B.send(weblib.Query()); } }',
        'app/B.java': 'class B { static void send(String line) { shell.Run(line); } }',
      }),
    ).toEqual(['app/B.java:1']);
  });

  it('use objects that somebody else hands in', async () => {
    const user = (field: string): string => `class A {\n ${field}\n void start() { b.send(weblib.Query()); } }`;
    const b = 'public final class B {\n void send(String line) { shell.Run(line); } }';
    for (const field of ['@Autowired private B b;', 'private final B b; A(B b) { this.b = b; }']) {
      expect(await found({ 'app/A.java': user(field), 'app/B.java': b }), field).toEqual(['app/B.java:2']);
    }
    expect(await found({ 'app/A.java': user('private final B b;'), 'lib/B.java': b })).toEqual([]);
  });

  it('have classes in any order in one file', async () => {
    expect(
      await found({
        'A.java':
          'class A { B b;\n void start() { b.send(weblib.Query()); } }\nclass B { void send(String line) { shell.Run(line); } }',
      }),
    ).toEqual(['A.java:3']);
  });
});
