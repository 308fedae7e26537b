import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Machine, RunLimits, RunOutcome, Sandbox, Workspace } from '#engine/sandbox/sandbox.ts';
import { type EscapeWorld, openEscapeWorld, wasWritten } from './escape-world.ts';

/** One way out of a sandbox for WebAssembly: a word that `fixtures/escapes.c` knows, with a path. */
export interface WasmEscape {
  readonly name: string;
  readonly words: (world: EscapeWorld) => readonly string[];
  readonly limits?: Partial<RunLimits>;
  readonly got: (world: EscapeWorld, outcome: RunOutcome) => boolean;
}

const printed = ({ secret }: EscapeWorld, { stdout }: RunOutcome): boolean => stdout.includes(secret);
const saidSo = (_: EscapeWorld, { stdout }: RunOutcome): boolean => stdout.includes('got out');
const notEndedBy =
  (limit: keyof RunLimits) =>
  (_: EscapeWorld, { end }: RunOutcome): boolean =>
    !(end.kind === 'limit' && end.limit === limit);

/** Up to the root of the machine, from wherever the folder is. */
const UP = '../'.repeat(12).slice(0, -1);

export const WASM_ESCAPES: readonly WasmEscape[] = [
  {
    name: 'files: read outside by an absolute path',
    words: ({ outside }) => ['read', `${outside}/secret.txt`],
    got: printed,
  },
  {
    name: 'files: read outside by way of ..',
    words: ({ outside }) => ['read', `${UP}${outside}/secret.txt`],
    got: printed,
  },
  {
    name: 'files: write outside',
    words: ({ outside }) => ['write', `${UP}${outside}/written`],
    got: ({ outside }) => wasWritten(join(outside, 'written')),
  },
  {
    name: 'symlink: read outside through an absolute one',
    words: ({ outside }) => ['link', `${outside}/secret.txt`],
    got: printed,
  },
  {
    name: 'symlink: read outside through a relative one',
    words: ({ outside }) => ['link', `${UP}${outside}/secret.txt`],
    got: printed,
  },
  {
    name: '/proc: the environment of another process',
    words: ({ victim }) => ['read', `${UP}/proc/${victim}/environ`],
    got: printed,
  },
  { name: 'environment: anything of ours', words: () => ['environment'], got: (_, { stdout }) => stdout !== '' },
  { name: 'descriptors: sockets and files that are open', words: () => ['descriptors'], got: saidSo },
  {
    name: 'memory: ask for more and more',
    words: () => ['memory'],
    limits: { memoryBytes: 200_000_000 },
    got: saidSo,
  },
  { name: 'time: an endless loop', words: () => ['loop'], limits: { timeoutMs: 1500 }, got: notEndedBy('timeoutMs') },
  { name: 'processor: an endless loop', words: () => ['loop'], limits: { cpuMs: 1000 }, got: notEndedBy('cpuMs') },
  {
    name: 'output: more than anybody reads',
    words: () => ['output'],
    limits: { outputBytes: 100_000 },
    got: notEndedBy('outputBytes'),
  },
  {
    name: 'disk: one huge file',
    words: () => ['disk'],
    limits: { diskBytes: 20_000_000 },
    got: saidSo,
  },
];

/** The module, from `fixtures/escapes.c`. */
export async function escapesModule(): Promise<Uint8Array> {
  return await readFile(join(import.meta.dirname, 'fixtures', 'escapes.wasm'));
}

/** Opens a workspace with the module in it. */
export async function openModule(sandbox: Sandbox, machine: Machine): Promise<Workspace> {
  return await sandbox.open([{ path: 'escapes.wasm', content: await escapesModule() }], machine);
}

/** Tries one way out, in a world of its own. */
export async function tryWasmEscape(
  escape: WasmEscape,
  sandbox: Sandbox,
  machine: Machine,
): Promise<'held' | 'escaped'> {
  const world = await openEscapeWorld();
  const workspace = await openModule(sandbox, machine);
  try {
    const outcome = await workspace.run(
      { command: ['escapes.wasm', ...escape.words(world)], limits: { timeoutMs: 20_000, ...escape.limits } },
      new AbortController().signal,
    );
    if (outcome.end.kind === 'broken' || outcome.end.kind === 'not-found') throw new Error('The module did not run.');
    return escape.got(world, outcome) ? 'escaped' : 'held';
  } finally {
    await workspace.close();
    await world.close();
  }
}
