import { lstat, readdir, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runLimited } from '#engine/sandbox/run-limited.ts';
import { type Machine, type RunLimits, type Sandbox, USUAL_LIMITS, type Workspace } from '#engine/sandbox/sandbox.ts';
import { makeWorkFolder } from '#engine/sandbox/work-folder.ts';
import { HOST_PROGRAM } from './host-program.ts';

const PAGE_BYTES = 65_536;

/** Node itself needs this much, beside what the module asks for. */
const HOST_BYTES = 300_000_000;

/** Threads of Node; a module can start none. */
const HOST_THREADS = 64;

const ENFORCES: readonly (keyof RunLimits)[] = [
  'timeoutMs',
  'cpuMs',
  'memoryBytes',
  'processes',
  'outputBytes',
  'diskBytes',
];

/**
 * Modules of WebAssembly in a process of Node. A module has no network, no processes and no signals to begin with; it has
 * one folder. Node does not promise that the folder holds against every trick, so links out of it are taken away before a
 * module sees them.
 */
export const sandbox: Sandbox = {
  name: 'wasi',
  title: 'WebAssembly (WASI in Node)',
  isIsolating: true,
  rank: 50,
  enforces: ENFORCES,
  runs: 'webassembly',
  availability: async () => ({ isUsable: true, detail: `Node ${process.versions.node}`, remedy: '' }),
  open: async (files, machine) => {
    const folder = await makeWorkFolder(machine);
    await folder.write(files);
    return {
      path: '/work',
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
    const file = join(work, name);
    const path = await realpath(file).catch(() => undefined);
    // Never a module through a link: it would be read outside.
    if (path !== file || !(await lstat(file)).isFile()) {
      return { end: { kind: 'not-found' }, stdout: '', stderr: '', durationMs: 0 };
    }
    await removeLinks(work);
    return await runLimited({
      program: process.execPath,
      arguments: [
        '--no-warnings',
        `--max-old-space-size=${Math.ceil(HOST_BYTES / 2_000_000)}`,
        `--wasm-max-mem-pages=${Math.max(1, Math.floor(limits.memoryBytes / PAGE_BYTES))}`,
        ...['--input-type=module', '--eval', HOST_PROGRAM, '--'],
        JSON.stringify({ file, args: [name, ...arguments_], env: { ...environment }, work }),
      ],
      folder: work,
      environment: {},
      input,
      limits: { ...limits, memoryBytes: limits.memoryBytes + HOST_BYTES },
      signal,
      nowMs: machine.nowMs,
      folders: [work],
      holders: HOST_THREADS,
    });
  };
}

/** A module may have left links, in an earlier run; one that leads nowhere outside is as good as gone, too. */
async function removeLinks(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink()) await rm(path);
    else if (entry.isDirectory()) await removeLinks(path);
  }
}
