import { tmpdir } from 'node:os';
import { SecCodeError } from '#core/errors.ts';
import { openToolbox } from '#engine/sandbox/open-toolbox.ts';
import type { Machine, Sandbox } from '#engine/sandbox/sandbox.ts';
import type { Toolbox } from '#engine/sandbox/toolbox.ts';
import { type Extensions, load, loadAll } from '../compose.ts';
import type { Host } from './host.ts';

/** What sandboxes are told of this machine. */
export function machineOf({
  environment,
  nowMs,
  sandboxImage,
}: Pick<Host, 'environment' | 'nowMs' | 'sandboxImage'>): Machine {
  const { PATH, HOME } = environment;
  return {
    searchPath: PATH ?? '/usr/bin:/bin',
    temporaryFolder: tmpdir(),
    nowMs,
    ...(HOME === undefined ? {} : { home: HOME }),
    ...(sandboxImage === undefined ? {} : { image: sandboxImage }),
  };
}

/** The sandbox that programs of this machine run in when nobody named one; `undefined` when none isolates here. */
export async function isolatingSandbox(
  extensions: Pick<Extensions, 'sandboxes'>,
  machine: Machine,
): Promise<Sandbox | undefined> {
  for (const sandbox of await inOrder(extensions)) {
    if ((await sandbox.availability(machine)).isUsable) return sandbox;
  }
  return undefined;
}

/**
 * The sandbox for programs that nobody trusts: the one that is wanted, or else the best that isolates here. Never one that
 * isolates nothing, unless its name was given.
 *
 * @throws {SecCodeError} `SANDBOX_UNAVAILABLE`, saying what to install, or `EXTENSION_UNKNOWN`.
 */
export async function chooseSandbox(
  extensions: Pick<Extensions, 'sandboxes'>,
  machine: Machine,
  wanted?: string,
): Promise<Sandbox> {
  if (wanted !== undefined) {
    const sandbox = await load(extensions.sandboxes, wanted, 'sandbox');
    const { isUsable, detail, remedy } = await sandbox.availability(machine);
    if (sandbox.runs === 'programs' && isUsable) return sandbox;
    throw sandbox.runs === 'programs'
      ? unavailable(`The sandbox '${wanted}' cannot be used here: ${detail}.`, remedy)
      : unavailable(
          `The sandbox '${wanted}' runs no programs of this machine.`,
          'Name another sandbox, or none at all.',
        );
  }
  const reasons: string[] = [];
  const remedies: string[] = [];
  for (const sandbox of await inOrder(extensions)) {
    const { isUsable, detail, remedy } = await sandbox.availability(machine);
    if (isUsable) return sandbox;
    reasons.push(`${sandbox.name}: ${detail}`);
    remedies.push(remedy);
  }
  throw unavailable(
    `No sandbox works here, and nothing that a model wrote runs without one (${reasons.join('; ')}).`,
    `${remedies[0] ?? 'Install bubblewrap.'} SecCode doctor lists the others; the sandbox 'none' isolates nothing.`,
  );
}

/** Those that isolate and run programs, the best first. */
async function inOrder(extensions: Pick<Extensions, 'sandboxes'>): Promise<readonly Sandbox[]> {
  return (await loadAll(extensions.sandboxes))
    .filter(({ isIsolating, runs }) => isIsolating && runs === 'programs')
    .sort((one, other) => one.rank - other.rank);
}

function unavailable(fact: string, remedy: string): SecCodeError {
  return new SecCodeError('SANDBOX_UNAVAILABLE', fact, { remedy });
}

/**
 * Analysers and compilers of this machine. They run nothing of what they read, so they do without a sandbox if need be.
 * Nothing is looked for before the first use.
 */
export function openTools(
  extensions: Pick<Extensions, 'sandboxes'>,
  host: Pick<Host, 'environment' | 'nowMs' | 'sandboxImage'>,
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
