import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSandboxed } from '#testing/is-sandboxed.ts';
import { PROVEN } from '#testing/proof-programs.ts';
import { type Ended, folderWith, programReply, runScripted } from '#testing/proving-session.ts';

const FLAGS = ['--feedback', 'static', '--marking', 'static'];

const [python] = PROVEN;
if (python === undefined) throw new RangeError('There is no scripted program.');
const { path, flawed, fixed, pair } = python;

/** A finished session with a test command and proofs, exported into a folder of somebody else. */
async function recorded(command: string): Promise<{ readonly folder: string; readonly code: number }> {
  const own = folderWith({ [path]: flawed });
  const args = ['fix', path, '--prove', '--test-cmd', command, ...FLAGS];
  const { code } = await runScripted(args, own, { write: [programReply(path, fixed)], prove: JSON.stringify(pair) });
  const exported = await runScripted(['sessions', 'export', '--recording'], own, 'no model');
  const folder = folderWith({ 'private.txt': 'mine\n' });
  writeFileSync(join(folder, 'session.json'), exported.printed);
  return { folder, code };
}

const replay = async (folder: string, ...flags: readonly string[]): Promise<Ended> =>
  await runScripted(['replay', 'session.json', ...flags], folder, 'no model');

describe.skipIf(!isSandboxed)('seccode replay of a session that ran programs (needs bubblewrap)', () => {
  it('runs nothing that the person did not ask for again, and then runs it', async () => {
    const command = 'touch seen; test -f show.py';
    const { folder, code } = await recorded(command);
    expect(code).toBe(0);

    const unasked = await replay(folder);
    const half = await replay(folder, '--prove', '--tests');
    const other = await replay(folder, '--prove', '--test-cmd', 'true');
    const asked = await replay(folder, '--prove', '--test-cmd', command);

    expect(unasked).toMatchObject({
      code: 2,
      noted: expect.stringContaining(`add --test-cmd '${command}' --prove if`),
    });
    expect(half).toMatchObject({ code: 2, noted: expect.stringContaining(`add --test-cmd '${command}' if`) });
    expect(other).toMatchObject({ code: 2, noted: expect.stringContaining('runs them only when asked') });
    expect(asked).toMatchObject({ code: 0, noted: expect.stringContaining('the attack worked and no longer does') });
    expect(existsSync(join(folder, 'seen'))).toBe(false);
  });

  it('shows a hostile command without what acts on a terminal', async () => {
    const { folder } = await recorded("true '\u001b[2J'");

    const { code, noted } = await replay(folder, '--prove');

    expect(code).toBe(2);
    expect(noted).not.toContain('\u001b[2J');
    expect(noted).toContain(String.raw`'\''`);
  });
});
