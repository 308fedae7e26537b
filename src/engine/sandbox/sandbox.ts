import type { Availability } from '#core/availability.ts';

/** A file for, or out of, a workspace. `path` is relative to it, with forward slashes. */
export interface WorkspaceFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What one run may use. All are upper bounds; reaching one ends the run and everything that it started. */
export interface RunLimits {
  /** Wall-clock time. */
  readonly timeoutMs: number;
  /** Processor time of all processes of the run together. */
  readonly cpuMs: number;
  /** Resident memory of all processes of the run together; pages that several share count once. */
  readonly memoryBytes: number;
  /** Processes and threads alive at one time. */
  readonly processes: number;
  /** Standard output and standard error, each. */
  readonly outputBytes: number;
  /** Everything that the run writes into its workspace. */
  readonly diskBytes: number;
}

/** A program to run inside a workspace. */
export interface RunCall {
  /** Program and arguments. A name without a slash is looked up on the machine's path; `./a` is a file of the workspace. */
  readonly command: readonly [program: string, ...arguments_: string[]];
  /** Standard input; empty when absent. */
  readonly input?: string | Uint8Array;
  /** The whole environment beside `PATH`, `HOME`, `TMPDIR` and `LANG`, which the sandbox sets. Nothing is inherited. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What differs from `USUAL_LIMITS`. */
  readonly limits?: Partial<RunLimits>;
}

/** How a run ended. Only `exited` carries an exit code. */
export type RunEnd =
  | { readonly kind: 'exited'; readonly exitCode: number }
  /** By a signal that the program earned itself, such as `SIGSEGV`. */
  | { readonly kind: 'signalled'; readonly signal: string }
  | { readonly kind: 'limit'; readonly limit: keyof RunLimits }
  /** There is no such program. */
  | { readonly kind: 'not-found' }
  /** The sandbox itself could not start the program, or broke down. */
  | { readonly kind: 'broken'; readonly reason: string };

export interface RunOutcome {
  readonly end: RunEnd;
  /** As UTF-8; what is none is replaced. Cut at `outputBytes`. */
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
}

/** A folder of its own for a few runs that belong together, such as compiling and then running. */
export interface Workspace {
  /** The folder as the programs in it see it: messages of tools begin with it. */
  readonly path: string;
  /**
   * Runs one program and waits for it. When this returns, nothing that it started is alive.
   *
   * @throws {SecCodeError} `CANCELLED` when `signal` is aborted; everything is ended then, too.
   */
  readonly run: (call: RunCall, signal: AbortSignal) => Promise<RunOutcome>;
  /** Adds or replaces files. */
  readonly write: (files: readonly WorkspaceFile[]) => Promise<void>;
  /** A regular file as it is now, never through a link; `undefined` when there is none, or it is longer than `maxBytes`. */
  readonly read: (path: string, maxBytes?: number) => Promise<Uint8Array | undefined>;
  /** Removes the folder. Safe to call twice. */
  readonly close: () => Promise<void>;
}

/** What a sandbox needs to know of the machine: it reads no environment itself. */
export interface Machine {
  /** Where programs are looked for, as in `PATH`. */
  readonly searchPath: string;
  /** Absolute folder in which workspaces are made. */
  readonly temporaryFolder: string;
  /** Milliseconds on any clock that does not go back. */
  readonly nowMs: () => number;
  /** Absolute; where tools that start containers keep their own settings. No run sees it. */
  readonly home?: string;
  /** Image that containers are started from; `USUAL_IMAGE` when absent. It is never fetched. */
  readonly image?: string;
}

/**
 * Runs programs that nobody trusts. One folder in `extensions/sandboxes` each; all pass the same kit of escapes.
 *
 * A run sees no network, no home, no file of the person's, and no variable of the environment; it writes into its workspace
 * alone.
 */
export interface Sandbox {
  /** The folder's name. */
  readonly name: string;
  readonly title: string;
  /** Whether it keeps its promise. `false` for the one that is called `none`, which is chosen by that name only. */
  readonly isIsolating: boolean;
  /** Of those that can be used, the one with the lowest is taken when nobody names one. */
  readonly rank: number;
  /** The limits that it really holds a run to. Others are not looked at. */
  readonly enforces: readonly (keyof RunLimits)[];
  /** `programs` of this machine, or WebAssembly modules (WASI preview 1) alone: `command[0]` is then a module. */
  readonly runs: 'programs' | 'webassembly';
  readonly availability: (machine: Machine) => Promise<Availability>;
  readonly open: (files: readonly WorkspaceFile[], machine: Machine) => Promise<Workspace>;
}

/** What a run may use when nobody says otherwise: enough to compile and to test a short program. */
export const USUAL_LIMITS: RunLimits = {
  timeoutMs: 30_000,
  cpuMs: 60_000,
  memoryBytes: 2_000_000_000,
  processes: 128,
  outputBytes: 4_000_000,
  diskBytes: 500_000_000,
};

/** Image that containers are started from when no other is configured. */
export const USUAL_IMAGE = 'docker.io/library/debian:12-slim';
