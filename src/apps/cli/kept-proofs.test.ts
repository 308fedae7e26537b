import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSandboxed } from '#testing/is-sandboxed.ts';
import { caseOf, PROVEN, type ProvenProgram } from '#testing/proof-programs.ts';
import { type Ended, folderWith, programReply, runKept, runScripted } from '#testing/proving-session.ts';

/** One detector is enough here, and others take their time. */
const FLAGS = ['--prove', '--feedback', 'static', '--marking', 'static'];

const [python] = PROVEN;
if (python === undefined) throw new RangeError('There is no scripted program.');

async function fix(
  { path, fixed, pair }: Pick<ProvenProgram, 'path' | 'fixed' | 'pair'>,
  folder: string,
  ...flags: readonly string[]
): Promise<Ended> {
  return await runScripted(['fix', path, ...FLAGS, ...flags], folder, {
    write: [programReply(path, fixed)],
    prove: JSON.stringify(pair),
  });
}

describe.skipIf(!isSandboxed)('pairs that are kept (need bubblewrap)', () => {
  it('are written only with --write, and told of without', async () => {
    const folder = folderWith({ [python.path]: python.flawed });

    const { noted } = await fix(python, folder);

    expect(noted).toContain('pass --write to change the files and to keep the pairs of inputs in seccode-proofs/.');
    expect(existsSync(join(folder, 'seccode-proofs'))).toBe(false);
  });

  it('lie beside a program that was generated into a folder, and do not worry a scan', async () => {
    const { path, flawed, fixed, pair } = python;
    const folder = folderWith({});
    const args = ['generate', ...FLAGS, '-l', 'python', '-d', 'out', 'show a file whose name is given'];

    const { code } = await runScripted(args, folder, {
      write: [programReply(path, flawed), programReply(path, fixed)],
      prove: JSON.stringify(pair),
    });
    const scanned = await runScripted(['scan', 'out', '--min-confidence', 'low', '--json'], folder, 'no model');

    expect(code).toBe(0);
    expect(runKept(join(folder, 'out')).code).toBe(0);
    expect(scanned).toMatchObject({ code: 0, printed: expect.not.stringContaining('seccode-proofs') });
  });

  it('take the place of no file that is somebody else’s, and go through no link', async () => {
    const own = folderWith({ [python.path]: python.flawed });
    mkdirSync(join(own, 'seccode-proofs'));
    writeFileSync(join(own, 'seccode-proofs/run'), 'mine();\n');
    const linked = folderWith({ [python.path]: python.flawed });
    const elsewhere = folderWith({});
    symlinkSync(elsewhere, join(linked, 'seccode-proofs'));

    const first = await fix(python, own, '--write');
    const second = await fix(python, linked, '--write');

    expect(first.noted).toContain("not kept: 'seccode-proofs/run' is there already and not of SecCode's making.");
    expect(first.read('seccode-proofs/run')).toBe('mine();\n');
    expect(first.read(python.path)).toBe(python.fixed);
    expect(second.noted).toContain('warning: the pairs of inputs are not kept');
    expect(readdirSync(elsewhere)).toEqual([]);
    expect([first.code, second.code]).toEqual([0, 0]);
  });

  it('are written again over SecCode’s own, with hostile text as data', async () => {
    const folder = folderWith({ [python.path]: python.flawed });
    const argument = `note.txt; echo PW''NED # "\`\${process.exit(0)}\` */ \u2028</script>`;
    const hostile = caseOf('x'.repeat(99), argument, { look: 'stdout-has', text: 'PWNED' });
    const program = { ...python, pair: { ...python.pair, hostile } };
    await fix(program, folder, '--write');
    writeFileSync(join(folder, python.path), python.flawed);

    const { noted } = await fix(program, folder, '--write');

    expect(noted).toMatch(/wrote .*seccode-proofs\/pairs\//);
    expect(readdirSync(join(folder, 'seccode-proofs/pairs'))).toHaveLength(1);
    expect(runKept(folder).said).toMatch(/pass 2\n/);
  });

  it('run no attack where there is no bubblewrap, unless somebody means it', async () => {
    const folder = folderWith({ [python.path]: python.flawed });
    await fix(python, folder, '--write');

    // Beside a program that is read as modules, too.
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
    const { code, said } = runKept(folder, { searchPath: folderWith({}) });
    const meant = runKept(folder, { flags: ['--unconfined'] });

    expect(code).toBe(1);
    expect(said).toContain('attacks are not run without it');
    expect(meant).toMatchObject({ code: 0, said: expect.stringMatching(/pass 2\n/) });
  });

  it('are left out when they speak of a secret that only the program gets back', async () => {
    const key = 'ghp_Zk3vQ8mR1xT6yB9nC2dF5gH7jL0pW4sA1uE3';
    const withKey = (text: string): string => `TOKEN = "${key}"\n${text}`;
    const folder = folderWith({ [python.path]: withKey(python.flawed) });
    let shown = '';
    const { noted, read } = await runScripted(
      ['fix', python.path, '--write', '--fail-on', 'critical', ...FLAGS],
      folder,
      {
        get write() {
          return [programReply(python.path, withKey(python.fixed).replace(key, shown))];
        },
        get prove() {
          const hostile = { ...python.pair.hostile, arguments: [`note.txt; echo PW''NED ${shown}`] };
          return JSON.stringify({ ...python.pair, hostile });
        },
        onAsked: (_, prompt) => {
          shown = /TOKEN = "(ghp_\w+|[^"]+)"/.exec(prompt)?.[1] ?? shown;
        },
      },
    );

    expect(shown).not.toBe(key);
    expect(read(python.path)).toContain(key);
    expect(noted).toContain('1 of the pairs of inputs hold the placeholder of a secret and are not kept.');
  });
});
