import { tmpdir } from 'node:os';
import { openToolbox } from '#engine/sandbox/open-toolbox.ts';
import type { Machine, Sandbox } from '#engine/sandbox/sandbox.ts';
import type { Toolbox } from '#engine/sandbox/toolbox.ts';
import { type Extensions, load, loadAll } from '../compose.ts';
import type { Host } from './host.ts';

/** What sandboxes are told of this machine. */
export function machineOf({ environment, nowMs }: Pick<Host, 'environment' | 'nowMs'>): Machine {
  return { searchPath: environment['PATH'] ?? '/usr/bin:/bin', temporaryFolder: tmpdir(), nowMs };
}

/** The sandbox that programs of this machine run in when nobody named one; `undefined` when none isolates here. */
export async function isolatingSandbox(
  extensions: Pick<Extensions, 'sandboxes'>,
  machine: Machine,
): Promise<Sandbox | undefined> {
  for (const sandbox of await loadAll(extensions.sandboxes)) {
    if (!sandbox.isIsolating || sandbox.runs !== 'programs') continue;
    if ((await sandbox.availability(machine)).isUsable) return sandbox;
  }
  return undefined;
}

/**
 * Analysers and compilers of this machine. They run nothing of what they read, so they do without a sandbox if need be.
 * Nothing is looked for before the first use.
 */
export function openTools(
  extensions: Pick<Extensions, 'sandboxes'>,
  host: Pick<Host, 'environment' | 'nowMs'>,
): Toolbox {
  let opening: Promise<Toolbox> | undefined;
  const opened = (): Promise<Toolbox> => (opening ??= open(extensions, machineOf(host)));
  return {
    version: async (command) => await (await opened()).version(command),
    open: async (files) => await (await opened()).open(files),
    run: async (files, call, signal) => await (await opened()).run(files, call, signal),
  };
}

async function open(extensions: Pick<Extensions, 'sandboxes'>, machine: Machine): Promise<Toolbox> {
  const isolating = await isolatingSandbox(extensions, machine);
  return openToolbox(isolating ?? (await load(extensions.sandboxes, 'none', 'sandbox')), machine);
}
