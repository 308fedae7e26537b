import type { RunCall, RunOutcome, Workspace, WorkspaceFile } from './sandbox.ts';

/**
 * Programs of this machine that look at code: analysers and compilers. None of them runs the code, so the toolbox works
 * on a machine without a sandbox, too; where there is one, tools are confined by it all the same, since what they read is
 * hostile.
 */
export interface Toolbox {
  /**
   * The first line with a number that `command` prints, or else its first line, at most 200 characters; `undefined` when it is not there or does not answer.
   * Asked once: later calls get the same answer.
   */
  readonly version: (command: readonly [program: string, ...arguments_: string[]]) => Promise<string | undefined>;
  /** A workspace for runs that belong together. */
  readonly open: (files: readonly WorkspaceFile[]) => Promise<Workspace>;
  /** One run in a workspace of its own. */
  readonly run: (files: readonly WorkspaceFile[], call: RunCall, signal: AbortSignal) => Promise<RunOutcome>;
}

/** A machine on which nothing is installed. */
export const NO_TOOLS: Toolbox = {
  version: async () => undefined,
  open: async () => {
    throw new TypeError('There are no tools here.');
  },
  run: async () => ({ end: { kind: 'not-found' }, stdout: '', stderr: '', durationMs: 0 }),
};
