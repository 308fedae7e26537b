import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseOf, PROVEN, type ProvenProgram } from '#testing/proof-programs.ts';
import { type Ended, folderWith, programReply, runKept, runScripted } from '#testing/proving-session.ts';
import { hasTool } from '#testing/has-tool.ts';
import { isSandboxed } from '#testing/is-sandboxed.ts';

/** One detector is enough here, and others take their time. */
const FLAGS = ['--prove', '--feedback', 'static', '--marking', 'static'];

const [python, , c] = PROVEN;
if (python === undefined || c === undefined) throw new RangeError('There are no scripted programs.');

async function fix(
  { path, flawed, pair }: Pick<ProvenProgram, 'path' | 'flawed' | 'pair'>,
  programs: readonly string[],
  flags: readonly string[] = [],
): Promise<Ended> {
  return await runScripted(['fix', path, ...FLAGS, ...flags], folderWith({ [path]: flawed }), {
    write: programs.map((program) => programReply(path, program)),
    prove: JSON.stringify(pair),
  });
}

describe.each(PROVEN)('seccode fix --prove in $language (needs bubblewrap and $tool)', (program) => {
  it.skipIf(!isSandboxed || !hasTool(program.tool))(
    'counts the fix that stops the attack and leaves the legitimate use alone, and keeps the pair',
    async () => {
      const { path, useless, hidden, fixed, flawed } = program;

      const { code, noted, asked, folder } = await fix(
        program,
        [useless, hidden, fixed],
        ['--flat-rounds', '3', '--write'],
      );

      expect(noted).toMatch(/ 1 {2}fix .*rolled back: It breaks a legitimate use/);
      expect(asked[1]).toContain('It breaks a legitimate use');
      // No detector reports it any more, and the attack still works.
      expect(noted).toMatch(/ 2 {2}fix .* {2}proofs 1 {2}rolled back: A run shows that the attack still works/);
      expect(noted).toContain(
        'Of 1 finding of high severity, runs show for 1 that the attack worked and no longer does.',
      );
      expect(noted).toContain('the attack worked, and fails on the result');
      expect(code).toBe(0);

      const onFixed = runKept(folder);
      writeFileSync(join(folder, path), flawed);
      const onFlawed = runKept(folder);
      writeFileSync(join(folder, path), useless);
      const onUseless = runKept(folder);

      expect(onFixed).toMatchObject({ code: 0, said: expect.stringMatching(/pass 2\n[\s\S]*fail 0\n/) });
      expect(onFlawed).toMatchObject({
        code: 1,
        said: expect.stringMatching(/The attack works again\.[\s\S]*pass 1\n|pass 1\n[\s\S]*The attack works again\./),
      });
      expect(onUseless).toMatchObject({
        code: 1,
        said: expect.stringContaining('The legitimate use no longer works.'),
      });
    },
    // Several builds under sanitizers, on a machine that may be busy.
    90_000,
  );
});

describe.skipIf(!isSandboxed)('seccode fix --prove (needs bubblewrap)', () => {
  it('keeps a finding open that no detector reports any more and whose attack still works', async () => {
    const { code, noted } = await fix(python, [python.hidden], ['--max-iterations', '1']);

    expect(noted).toContain(`Open in the best program: CWE-78 at ${python.path}:`);
    expect(code).toBe(1);
  });

  it('tells of a pair that shows nothing on the flawed program, and counts nothing for it', async () => {
    const hostile = caseOf('no attack', 'note.txt', { look: 'stdout-has', text: 'PWNED' });

    const { code, noted } = await fix({ ...python, pair: { ...python.pair, hostile } }, [python.fixed]);

    expect(noted).toContain(
      'runs show for 0 that the attack worked and no longer does. 1 could not be shown either way.',
    );
    expect(code).toBe(0);
  });

  it('is undecided when the pair cannot be run', async () => {
    const pair = { ...python.pair, driver: 'import seccode_no_such_module\n' };

    const { code, noted } = await fix({ ...python, pair }, [python.fixed]);

    expect(noted).toMatch(/undecided .*no pair of inputs could be run: .*not installed: .*seccode_no_such_module/);
    expect(code).toBe(2);
  });

  it('is undecided when the fixed program needs what is not there', async () => {
    const needy = `import seccode_no_such_module\n${python.fixed}`;

    const { code, noted } = await fix(python, [needy]);

    expect(noted).toMatch(/undecided .*The pairs of inputs could not be tried: .*seccode_no_such_module/);
    expect(code).toBe(2);
  });

  it('takes no crash for a remedy', async () => {
    const dying = python.fixed.replace('    print(', '    import os\n    if ";" in name: os.abort()\n    print(');

    const { code, noted } = await fix(python, [dying], ['--max-iterations', '1']);

    expect(noted).toMatch(/vulnerable .*CWE-78/);
    expect(code).toBe(1);
  });
});

describe.skipIf(!isSandboxed || !hasTool('gcc'))('seccode fix --prove in C (needs bubblewrap and gcc)', () => {
  it('rolls back a fix that cannot be built where the flawed program could', async () => {
    const unbuilt = c.fixed.replace('snprintf(', 'snprintf_checked(');

    const { code, noted } = await fix(c, [unbuilt, c.fixed]);

    expect(noted).toMatch(/ 1 {2}fix .*rolled back: It breaks a legitimate use: The program cannot be built/);
    expect(code).toBe(0);
  });

  it('is undecided when the pair cannot be built', async () => {
    const pair = { ...c.pair, driver: 'int main(void) { return nothing; }\n' };

    const { code, noted } = await fix({ ...c, pair }, [c.fixed]);

    expect(noted).toMatch(/undecided .*no pair of inputs could be run: The program cannot be built: .*nothing/);
    expect(code).toBe(2);
  });
});

describe('seccode fix --prove', () => {
  it('says before a model is asked that programs of a language cannot be run', async () => {
    const folder = folderWith({ 'main.go': 'package main\n\nfunc main() {}\n' });

    const { code, noted, asked } = await runScripted(['fix', 'main.go', ...FLAGS], folder, { write: [] });

    expect({ code, asked }).toEqual({ code: 2, asked: [] });
    expect(noted).toMatch(/cannot run programs in Go\.[\s\S]*Leave --prove out/);
  });
});
