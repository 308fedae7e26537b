import { lstat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Availability } from '#core/availability.ts';
import { findProgram } from '#engine/sandbox/find-program.ts';
import { limitedCommand } from '#engine/sandbox/limit-script.ts';
import { runLimited } from '#engine/sandbox/run-limited.ts';
import { type Machine, type RunLimits, type Sandbox, USUAL_LIMITS, type Workspace } from '#engine/sandbox/sandbox.ts';
import { makeWorkFolder } from '#engine/sandbox/work-folder.ts';
import { bubblewrapArguments, SEEN, TEMPORARY, WORK } from './arguments.ts';
import { awaitEnd } from './await-end.ts';
import { type Setup, trySetup } from './try-setup.ts';

const ENFORCES: readonly (keyof RunLimits)[] = [
  'timeoutMs',
  'cpuMs',
  'memoryBytes',
  'processes',
  'outputBytes',
  'diskBytes',
];

/** Bubblewrap's own two processes: one outside, one that is the first inside. */
const HOLDERS = 2;

/** By search path: whether bubblewrap works does not change while we run. */
const setups = new Map<string, Promise<Setup>>();

/** Namespaces of Linux by way of `bwrap`: needs no rights, no daemon and no image, and starts in a few milliseconds. */
export const sandbox: Sandbox = {
  name: 'bubblewrap',
  title: 'Linux namespaces (bwrap)',
  isIsolating: true,
  rank: 10,
  enforces: ENFORCES,
  runs: 'programs',
  availability: async (machine): Promise<Availability> => {
    const setup = await setupOf(machine);
    return setup.isUsable ? { isUsable: true, detail: setup.version, remedy: '' } : setup;
  },
  open: async (files, machine) => {
    const work = await makeWorkFolder(machine);
    const temporary = await makeWorkFolder(machine);
    await work.write(files);
    return {
      path: WORK,
      write: work.write,
      read: work.read,
      close: async () => {
        await Promise.all([work.remove(), temporary.remove()]);
      },
      run: openRun(machine, work.path, temporary.path),
    };
  },
};

function setupOf(machine: Machine): Promise<Setup> {
  const known = setups.get(machine.searchPath) ?? trySetup(machine);
  setups.set(machine.searchPath, known);
  return known;
}

function openRun(machine: Machine, work: string, temporary: string): Workspace['run'] {
  return async ({ command: [name, ...arguments_], input, environment, limits: wanted }, signal) => {
    const limits = { ...USUAL_LIMITS, ...wanted };
    const setup = await setupOf(machine);
    if (!setup.isUsable) return nothing({ kind: 'broken', reason: setup.detail });
    const program = await programOf(name, machine, work);
    if (program === undefined) return nothing({ kind: 'not-found' });
    const shown = {
      work,
      temporary,
      needs: program.needs,
      environment: {
        ...environment,
        PATH: visiblePath(machine.searchPath, program.needs),
        HOME: TEMPORARY,
        TMPDIR: TEMPORARY,
        LANG: 'C.UTF-8',
      },
    };
    return await runLimited({
      program: setup.program,
      arguments: [
        ...bubblewrapArguments(setup.flavour, setup.system, shown),
        ...limitedCommand(limits, program.path, arguments_),
      ],
      folder: '/',
      // What bubblewrap is given can be read inside, in /proc/1/environ.
      environment: {},
      input,
      limits,
      signal,
      nowMs: machine.nowMs,
      folders: [work, temporary],
      holders: HOLDERS,
      finish: awaitEnd,
    });
  };
}

function nothing(end: Awaited<ReturnType<Workspace['run']>>['end']): Awaited<ReturnType<Workspace['run']>> {
  return { end, stdout: '', stderr: '', durationMs: 0 };
}

async function programOf(
  name: string,
  { searchPath }: Machine,
  work: string,
): Promise<{ readonly path: string; readonly needs: readonly string[] } | undefined> {
  if (name.startsWith('/') || !name.includes('/')) return await findProgram(name, { searchPath, seen: SEEN });
  const isThere = await lstat(join(work, name)).then(
    () => true,
    () => false,
  );
  return isThere ? { path: name, needs: [] } : undefined;
}

/** What of the search path is there inside. */
function visiblePath(searchPath: string, needs: readonly string[]): string {
  const folders = searchPath
    .split(delimiter)
    .filter((folder) => [...SEEN, ...needs].some((seen) => folder === seen || folder.startsWith(`${seen}/`)));
  return [...new Set([...folders, '/usr/local/bin', '/usr/bin', '/bin'])].join(':');
}
