import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { Machine, RunOutcome, Sandbox, Workspace } from '#engine/sandbox/sandbox.ts';
import { ESCAPES, tryEscape } from './escapes.ts';

/** The machine that the tests run on. */
export const THIS_MACHINE: Machine = {
  searchPath: process.env['PATH'] ?? '/usr/bin:/bin',
  temporaryFolder: tmpdir(),
  nowMs: () => performance.now(),
};

const PATIENCE_MS = 60_000;

/**
 * What every sandbox that runs programs must do: run an honest program and say how it ended, and hold one that is not.
 * Where it cannot be used the tests are skipped in sight, with the reason.
 *
 * One that isolates nothing is taken as the control: an escape that is held there, too, proves nothing.
 */
export async function testSandbox(sandbox: Sandbox, machine: Machine = THIS_MACHINE): Promise<void> {
  const { isUsable, detail } = await sandbox.availability(machine);
  const because = isUsable ? '' : ` (skipped: ${detail})`;
  const run = async (
    command: readonly [string, ...string[]],
    more: Partial<Parameters<Workspace['run']>[0]> = {},
  ): Promise<RunOutcome> => {
    const workspace = await sandbox.open([{ path: 'given.txt', content: 'given' }], machine);
    try {
      return await workspace.run({ command, ...more }, new AbortController().signal);
    } finally {
      await workspace.close();
    }
  };

  describe.skipIf(!isUsable)(`sandbox ${sandbox.name}: honest programs${because}`, { timeout: PATIENCE_MS }, () => {
    it('runs one and says what it printed', async () => {
      const { end, stdout, stderr } = await run(['sh', '-c', 'cat given.txt; echo problem >&2']);

      expect({ end, stdout, stderr }).toEqual({
        end: { kind: 'exited', exitCode: 0 },
        stdout: 'given',
        stderr: 'problem\n',
      });
    });

    it('hands over standard input, arguments and the environment, each as it is', async () => {
      const words = ['-x', '$(id)', 'two words', ''];
      const { stdout } = await run(['sh', '-c', 'cat; printf "[%s]" "$@" "$OWN"', 'sh', ...words], {
        input: 'input ',
        environment: { OWN: 'a "b"' },
      });

      expect(stdout).toBe('input [-x][$(id)][two words][][a "b"]');
    });

    it('tells exit codes, signals and absent programs apart', async () => {
      const ends = await Promise.all([
        run(['sh', '-c', 'exit 3']),
        run(['sh', '-c', 'kill -SEGV $$']),
        run(['no-such-program']),
      ]);

      expect(ends.map(({ end }) => end)).toEqual([
        { kind: 'exited', exitCode: 3 },
        { kind: 'signalled', signal: 'SIGSEGV' },
        { kind: 'not-found' },
      ]);
    });

    it('keeps files from one run to the next, and gives them back', async () => {
      const workspace = await sandbox.open([], machine);
      const { signal } = new AbortController();
      try {
        await workspace.write([{ path: 'deep/script', content: '#!/bin/sh\necho made > made.txt\npwd\n' }]);
        const first = await workspace.run({ command: ['./deep/script'] }, signal);
        const second = await workspace.run({ command: ['sh', '-c', 'cat made.txt; echo "$TMPDIR" "$HOME"'] }, signal);

        expect(first.stdout).toBe(`${workspace.path}\n`);
        expect(second.stdout).toMatch(/^made\n\/\S+ \/\S+\n$/);
        expect(Buffer.from((await workspace.read('made.txt')) ?? []).toString()).toBe('made\n');
        await expect(workspace.read('absent.txt')).resolves.toBeUndefined();
        await expect(workspace.write([{ path: '../out', content: '' }])).rejects.toMatchObject({
          code: 'PATH_REFUSED',
        });
      } finally {
        await workspace.close();
        await workspace.close();
      }
    });

    it('ends a run that is aborted', async () => {
      const workspace = await sandbox.open([], machine);
      try {
        const running = workspace.run({ command: ['sleep', '60'] }, AbortSignal.timeout(300));

        await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
      } finally {
        await workspace.close();
      }
    });
  });

  const title = sandbox.isIsolating ? 'escapes are held' : 'escapes can succeed';
  describe.skipIf(!isUsable)(`sandbox ${sandbox.name}: ${title}${because}`, { timeout: PATIENCE_MS }, () => {
    const tried = ESCAPES.filter(({ limit, without }) =>
      sandbox.isIsolating ? limit === undefined || sandbox.enforces.includes(limit) : without === 'gets out',
    );

    it.each(tried)('$name', async (escape) => {
      expect(await tryEscape(escape, sandbox, machine)).toBe(sandbox.isIsolating ? 'held' : 'escaped');
    });
  });
}
