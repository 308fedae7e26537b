import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { type Finish, runLimited } from './run-limited.ts';
import { type RunLimits, type RunOutcome, USUAL_LIMITS } from './sandbox.ts';

async function shell(
  script: string,
  { limits = {}, finish, signal }: { limits?: Partial<RunLimits>; finish?: Finish; signal?: AbortSignal } = {},
): Promise<RunOutcome> {
  return await runLimited({
    program: '/bin/sh',
    arguments: ['-c', script],
    folder: tmpdir(),
    environment: { PATH: '/usr/bin:/bin' },
    input: 'input',
    limits: { ...USUAL_LIMITS, ...limits },
    signal: signal ?? new AbortController().signal,
    nowMs: () => performance.now(),
    folders: [],
    ...(finish === undefined ? {} : { finish }),
  });
}

describe('runLimited', () => {
  it('tells what was printed where, and the exit code', async () => {
    const { end, stdout, stderr } = await shell('cat; echo problem >&2; exit 7');

    expect({ end, stdout, stderr }).toEqual({
      end: { kind: 'exited', exitCode: 7 },
      stdout: 'input',
      stderr: 'problem\n',
    });
  });

  it.each([
    ['its own', 'kill -SEGV $$'],
    ['that a shell tells', '/bin/sh -c "kill -SEGV \\$\\$"; exit $?'],
  ])('tells a signal %s', async (_, script) => {
    expect((await shell(script)).end).toEqual({ kind: 'signalled', signal: 'SIGSEGV' });
  });

  it.each<[keyof RunLimits, string]>([
    ['cpuMs', 'kill -XCPU $$'],
    ['diskBytes', 'kill -XFSZ $$'],
  ])("takes the kernel's own signal for the limit %s", async (limit, script) => {
    expect((await shell(script)).end).toEqual({ kind: 'limit', limit });
  });

  it('tells a program that is not there', async () => {
    const { end } = await runLimited({
      program: '/no/such/program',
      arguments: [],
      folder: tmpdir(),
      environment: {},
      input: undefined,
      limits: USUAL_LIMITS,
      signal: new AbortController().signal,
      nowMs: () => 0,
      folders: [],
    });

    expect(end).toEqual({ kind: 'not-found' });
  });

  it('ends the whole group when time is up', async () => {
    const { end, durationMs } = await shell('sleep 60 & sleep 60', { limits: { timeoutMs: 200 } });

    expect(end).toEqual({ kind: 'limit', limit: 'timeoutMs' });
    expect(durationMs).toBeLessThan(10_000);
  });

  it('keeps no more output than it may', async () => {
    const { end, stdout } = await shell('yes', { limits: { outputBytes: 1000 } });

    expect(end).toEqual({ kind: 'limit', limit: 'outputBytes' });
    expect(stdout).toHaveLength(1000);
  });

  it.skipIf(process.platform !== 'linux')('counts processes', async () => {
    const { end } = await shell('for i in 1 2 3 4 5 6; do sleep 60 & done; wait', { limits: { processes: 5 } });

    expect(end).toEqual({ kind: 'limit', limit: 'processes' });
  });

  it('throws when it was aborted before or meanwhile', async () => {
    await expect(shell('true', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect(shell('sleep 60', { signal: AbortSignal.timeout(100) })).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('hands what was written to descriptor 3 to the end, which knows better', async () => {
    const seen: string[] = [];
    const { end } = await shell('echo report >&3', {
      finish: async (report, outcome) => {
        seen.push(report, outcome.end.kind);
        return { kind: 'broken', reason: 'scripted' };
      },
    });

    expect(seen).toEqual(['report\n', 'exited']);
    expect(end).toEqual({ kind: 'broken', reason: 'scripted' });
  });

  it('inherits nothing of the environment', async () => {
    const { stdout } = await shell('env');

    expect(stdout.split('\n').filter((line) => !/^(?:PATH|PWD|SHLVL|_|OLDPWD)=|^$/.test(line))).toEqual([]);
  });
});
