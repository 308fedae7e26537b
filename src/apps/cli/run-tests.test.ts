import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasTool } from '#testing/has-tool.ts';
import { isSandboxed } from '#testing/is-sandboxed.ts';
import { caseOf, PROVEN } from '#testing/proof-programs.ts';
import { folderWith, programReply, runScripted } from '#testing/proving-session.ts';

/** One detector is enough here, and others take their time. */
const FLAGS = ['--feedback', 'static', '--marking', 'static'];

const [python, , c] = PROVEN;
if (python === undefined || c === undefined) throw new RangeError('There is no scripted program.');
const { path, flawed, fixed, useless } = python;
const reply = (text: string): string => programReply(path, text);

const CHECK = `import pathlib, subprocess, sys
pathlib.Path("milk.txt").write_text("milk")
seen = subprocess.run([sys.executable, "-B", "show.py", "milk.txt"], capture_output=True, text=True)
sys.exit(0 if "milk" in seen.stdout else "no milk")
`;

const SET = JSON.stringify({
  entry: path,
  driver: '',
  cases: [caseOf('shows a file', 'note.txt', { look: 'stdout-has', text: 'milk and bread' })],
});

describe.skipIf(!isSandboxed)('seccode fix --test-cmd (needs bubblewrap)', () => {
  it('rolls back a fix that breaks a test that passed, and leaves the folder as it is', async () => {
    const folder = folderWith({ [path]: flawed, 'check.py': CHECK });
    const args = ['fix', path, '--test-cmd', 'python3 -B check.py', '--no-store', ...FLAGS];

    const { code, noted, asked } = await runScripted(args, folder, { write: [reply(useless), reply(fixed)] });

    expect(noted).toMatch(/ 1 {2}fix .*rolled back: It breaks a test that passed: python3 -B check\.py\..*no milk/);
    expect(asked[1]).toContain('It breaks a test that passed');
    expect(noted).toContain('1 test of its behaviour passes.');
    expect(code).toBe(0);
    expect(readdirSync(folder).toSorted()).toEqual(['check.py', path]);
  });

  it('is undecided when the command is not there', async () => {
    const folder = folderWith({ [path]: flawed });
    const args = ['fix', path, '--test-cmd', 'seccode-no-such-command', ...FLAGS];

    const { code, noted } = await runScripted(args, folder, { write: [reply(fixed)] });

    expect(noted).toMatch(/undecided .*The tests could not be run: The test command could not be run/);
    expect(code).toBe(2);
  });
});

describe.skipIf(!isSandboxed)('seccode --tests (needs bubblewrap)', () => {
  it('has tests written before any code, and a program that fails one mended', async () => {
    const order: string[] = [];
    const args = ['generate', '--tests', '-l', 'python', ...FLAGS, 'show a file whose name is given'];

    const { code, noted, asked } = await runScripted(args, folderWith({}), {
      write: [reply(useless), reply(fixed)],
      test: SET,
      onAsked: (role, prompt) => {
        order.push(role);
        if (role === 'test') expect(prompt).not.toContain('pathlib');
      },
    });

    expect(order.filter((role) => role !== 'review')).toEqual(['test', 'write', 'write']);
    expect(asked[1]).toContain('shows a file');
    expect(noted).toContain('1 test of its behaviour passes.');
    expect(code).toBe(0);
  });

  it('never calls a program secure that fails one', async () => {
    const args = [
      'generate',
      '--tests',
      '-l',
      'python',
      '--max-iterations',
      '1',
      ...FLAGS,
      'show a file whose name is given',
    ];

    const { code, noted } = await runScripted(args, folderWith({}), { write: [reply(useless)], test: SET });

    expect(noted).toMatch(/undecided .*1 test of its behaviour fails: shows a file/);
    expect(code).toBe(2);
  });

  it('rolls back a fix that breaks a written test', async () => {
    const args = ['fix', path, '--tests', '--request', 'show a file whose name is given', ...FLAGS];

    const { code, noted } = await runScripted(args, folderWith({ [path]: flawed }), {
      write: [reply(useless), reply(fixed)],
      test: SET,
    });

    expect(noted).toMatch(/ 1 {2}fix .*rolled back: It breaks a test that passed: shows a file/);
    expect(code).toBe(0);
  });

  it.skipIf(!hasTool('gcc'))('fails a program that cannot be built (needs gcc)', async () => {
    const unbuilt = c.fixed.replace('snprintf(', 'snprintf_checked(');
    const cases = [caseOf('greets', 'Ada', { look: 'stdout-has', text: 'Hello, Ada!' })];
    const args = ['generate', '--tests', '-l', 'c', ...FLAGS, 'greet somebody whose name is given'];

    const { code, asked } = await runScripted(args, folderWith({}), {
      write: [programReply(c.path, unbuilt), programReply(c.path, c.fixed)],
      test: JSON.stringify({ entry: '', driver: '', cases }),
    });

    expect(asked[1]).toMatch(/greets.*The program cannot be built.*snprintf_checked/);
    expect(code).toBe(0);
  });
});
