import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Availability } from '#core/availability.ts';
import { findProgram } from '#engine/sandbox/find-program.ts';
import { limitedCommand } from '#engine/sandbox/limit-script.ts';
import { runLimited } from '#engine/sandbox/run-limited.ts';
import { type Machine, type Sandbox, USUAL_LIMITS, type Workspace } from '#engine/sandbox/sandbox.ts';
import { makeWorkFolder } from '#engine/sandbox/work-folder.ts';
import { profileOf } from './profile.ts';

const PROGRAM = '/usr/bin/sandbox-exec';
const SEEN = ['/usr', '/bin', '/sbin', '/System', '/Library/Developer', '/opt/homebrew'];
const TRIAL_MS = 5000;

/**
 * The sandbox of macOS, which Apple calls deprecated and uses itself. It holds files, network and signals; it counts
 * neither memory nor processes, and a process that leaves its group outlives the run, still inside its walls.
 */
export const sandbox: Sandbox = {
  name: 'sandbox-exec',
  title: 'macOS sandbox (sandbox-exec)',
  isIsolating: true,
  rank: 40,
  enforces: ['timeoutMs', 'outputBytes', 'diskBytes'],
  runs: 'programs',
  availability: async (machine): Promise<Availability> => {
    if (process.platform !== 'darwin') {
      return { isUsable: false, detail: 'works on macOS only', remedy: 'Use bubblewrap, Podman or Docker.' };
    }
    const folder = await makeWorkFolder(machine);
    try {
      const run = openRun(machine, folder.path);
      const call = { command: ['/bin/sh', '-c', 'exit 42'], limits: { timeoutMs: TRIAL_MS } } as const;
      const { end, stderr } = await run(call, new AbortController().signal);
      return end.kind === 'exited' && end.exitCode === 42
        ? { isUsable: true, detail: PROGRAM, remedy: '' }
        : {
            isUsable: false,
            detail: `sandbox-exec cannot start a program: ${stderr.slice(0, 200)}`,
            remedy: 'Start SecCode outside of other sandboxes.',
          };
    } finally {
      await folder.remove();
    }
  },
  open: async (files, machine) => {
    const folder = await makeWorkFolder(machine);
    await folder.write(files);
    return {
      path: folder.path,
      write: folder.write,
      read: folder.read,
      close: folder.remove,
      run: openRun(machine, folder.path),
    };
  },
};

function openRun(machine: Machine, work: string): Workspace['run'] {
  return async ({ command: [name, ...arguments_], input, environment, limits: wanted }, signal) => {
    const limits = { ...USUAL_LIMITS, ...wanted };
    const program = await programOf(name, machine, work);
    if (program === undefined) return { end: { kind: 'not-found' }, stdout: '', stderr: '', durationMs: 0 };
    return await runLimited({
      program: PROGRAM,
      arguments: ['-p', profileOf({ work, needs: program.needs }), ...limitedCommand(limits, program.path, arguments_)],
      folder: work,
      environment: { ...environment, PATH: machine.searchPath, HOME: work, TMPDIR: work, LANG: 'C.UTF-8' },
      input,
      limits,
      signal,
      nowMs: machine.nowMs,
      folders: [work],
    });
  };
}

async function programOf(
  name: string,
  { searchPath }: Machine,
  work: string,
): Promise<{ readonly path: string; readonly needs: readonly string[] } | undefined> {
  if (name.startsWith('/') || !name.includes('/')) return await findProgram(name, { searchPath, seen: SEEN });
  const found = await lstat(join(work, name)).catch(() => undefined);
  return found === undefined ? undefined : { path: name, needs: [] };
}
