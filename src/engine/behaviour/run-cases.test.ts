import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { BehaviourCase, Check } from '#core/behaviour.ts';
import { runner as c } from '#extensions/languages/c/runner.ts';
import { runner as javascript } from '#extensions/languages/javascript/runner.ts';
import { runner as python } from '#extensions/languages/python/runner.ts';
import { sandbox } from '#extensions/sandboxes/bubblewrap/sandbox.ts';
import type { ProgramRunner } from '../syntax/program-runner.ts';
import { type CasesOutcome, runCases } from './run-cases.ts';

const machine = { searchPath: process.env['PATH'] ?? '/usr/bin:/bin', temporaryFolder: tmpdir(), nowMs: Date.now };
const { isUsable } = await sandbox.availability(machine);
const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

const one = (checks: readonly Check[], arguments_: readonly string[] = []): BehaviourCase => ({
  name: 'case',
  arguments: arguments_,
  stdin: '',
  environment: [],
  files: [],
  checks,
});
const says = (text: string): Check => ({ look: 'stdout-has', path: '', text });

const run = async (
  runner: ProgramRunner,
  path: string,
  text: string,
  cases: readonly BehaviourCase[],
  driver?: string,
): Promise<CasesOutcome> =>
  await runCases({
    set: { cases, ...(driver === undefined ? {} : { driver: { path: runner.driverFile, text: driver } }) },
    files: [{ path, text }],
    runner,
    stage: {
      sandbox: 'bubblewrap',
      open: async (files) => await sandbox.open(files, machine),
      projectFiles: async () => [],
      hide: (said) => said,
    },
    signal: new AbortController().signal,
  });

describe.skipIf(!isUsable || !has('python3'))('cases of a Python program in a real sandbox', () => {
  it('are seen from outside', async () => {
    const program = 'import sys\nprint("hello", sys.argv[1])\nopen("made", "w").write("x")\n';
    const outcome = await run(python, 'main.py', program, [
      one(
        [says('hello you'), { look: 'exit-code', path: '', text: '0' }, { look: 'file-has', path: 'made', text: 'x' }],
        ['you'],
      ),
      one([says('nobody')], ['you']),
    ]);

    expect(outcome).toMatchObject({ results: [{ holds: true, isOrderly: true, detail: '' }, { holds: false }] });
  });

  it('have a driver that is told what the program is called', async () => {
    const driver = [
      'import importlib.util, os',
      'spec = importlib.util.spec_from_file_location("program", os.environ["PROGRAM_FILE"])',
      'program = importlib.util.module_from_spec(spec)',
      'spec.loader.exec_module(program)',
      'print(program.double(4))',
    ].join('\n');
    const hostile = { ...one([says('8')]), environment: [{ name: 'PROGRAM_FILE', value: '/etc/passwd' }] };

    const outcome = await run(python, 'doubling.py', 'def double(n):\n    return 2 * n\n', [hostile], driver);

    expect(outcome).toMatchObject({ results: [{ holds: true, isOrderly: true }] });
  });

  it('tell of a failure without saying where the program lay', async () => {
    const outcome = await run(python, 'main.py', 'import os\nraise ValueError(os.getcwd() + "/data.txt")\n', [
      one([says('x')]),
    ]);

    expect(outcome).toMatchObject({ results: [{ detail: expect.stringContaining('ValueError: data.txt') }] });
  });

  it('cannot be run without a module that is not there', async () => {
    const outcome = await run(python, 'main.py', 'import no_such_module_anywhere\n', [one([says('x')])]);

    expect(outcome).toMatchObject({ problem: expect.stringContaining('no_such_module_anywhere') });
  });
});

describe.skipIf(!isUsable)('cases of a JavaScript program in a real sandbox', () => {
  it('are seen from outside', async () => {
    const outcome = await run(javascript, 'main.js', 'console.log(1 + 1);\n', [one([says('2')])]);

    expect(outcome).toMatchObject({ results: [{ holds: true, isOrderly: true }] });
  });

  it('have a driver that is told what the program is called', async () => {
    const driver = 'const { double } = await import(process.env.PROGRAM_FILE);\nconsole.log(double(4));\n';

    const outcome = await run(
      javascript,
      'doubling.mjs',
      'export const double = (n) => 2 * n;\n',
      [one([says('8')])],
      driver,
    );

    expect(outcome).toMatchObject({ results: [{ holds: true, isOrderly: true }] });
  });
});

describe.skipIf(!isUsable || !(has('gcc') || has('clang')))('cases of a C program in a real sandbox', () => {
  it('end at the first report of a sanitizer', async () => {
    const program = `#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(int argc, char **argv) {
  char *copy = malloc(8);
  if (argc > 1) strcpy(copy, argv[1]);
  printf("copied\\n");
  free(copy);
  return 0;
}
`;
    const report: Check = { look: 'sanitizer-report', path: '', text: '' };
    const outcome = await run(c, 'main.c', program, [
      one([report], ['a'.repeat(40)]),
      one([says('copied')], ['short']),
    ]);

    expect(outcome).toMatchObject({
      results: [
        { holds: true, isOrderly: false, detail: expect.stringContaining('heap-buffer-overflow (CWE-122)') },
        { holds: true, isOrderly: true, detail: '' },
      ],
    });
  });

  it('tell a program that cannot be built from a machine that lacks something', async () => {
    const broken = await run(c, 'main.c', 'int main(void) { return nothing; }\n', [one([says('x')])]);
    const needy = await run(c, 'main.c', '#include <seccode/none.h>\nint main(void) { return 0; }\n', [
      one([says('x')]),
    ]);

    expect(broken).toEqual({ problem: expect.stringContaining('cannot be built'), isFault: true });
    expect(needy).toEqual({ problem: expect.stringContaining('not installed: fatal error: seccode/none.h') });
  });
});
