import type { RunCall, RunOutcome, Workspace, WorkspaceFile } from '#engine/sandbox/sandbox.ts';
import type { Toolbox } from '#engine/sandbox/toolbox.ts';

/** What a scripted program does at every run. */
export interface ScriptedRun extends Partial<RunOutcome> {
  /** Files that it leaves in its workspace. */
  readonly writes?: Readonly<Record<string, string>>;
}

export interface ScriptedTools extends Toolbox {
  /** Every run so far, with the files that lay in its workspace. */
  readonly calls: { readonly call: RunCall; readonly files: readonly WorkspaceFile[] }[];
}

/** Tools that do what a test wrote down, and run nothing. */
export function scriptedTools(
  script: ScriptedRun | ((call: RunCall) => ScriptedRun),
  version: string | undefined = '99.0.0',
): ScriptedTools {
  const calls: ScriptedTools['calls'] = [];
  const open = async (given: readonly WorkspaceFile[]): Promise<Workspace> => {
    const files = [...given];
    return {
      path: '/scripted',
      write: async (more) => void files.push(...more),
      read: async (path, maxBytes = Number.POSITIVE_INFINITY) => {
        const content = files.findLast((file) => file.path === path)?.content;
        const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
        return bytes !== undefined && bytes.length <= maxBytes ? bytes : undefined;
      },
      close: async () => undefined,
      run: async (call) => {
        calls.push({ call, files: [...files] });
        const { writes = {}, ...outcome } = typeof script === 'function' ? script(call) : script;
        files.push(...Object.entries(writes).map(([path, content]) => ({ path, content })));
        return { end: { kind: 'exited', exitCode: 0 }, stdout: '', stderr: '', durationMs: 0, ...outcome };
      },
    };
  };
  return {
    calls,
    version: async () => version,
    open,
    run: async (files, call, signal) => (await open(files)).run(call, signal),
  };
}
