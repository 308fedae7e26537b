import type { Stage } from '#engine/behaviour/stage.ts';
import type { RunCall, RunOutcome, WorkspaceFile } from '#engine/sandbox/sandbox.ts';

/** What a fake program does: files in, outcome out. */
export type ScriptedProgram = (call: RunCall, files: ReadonlyMap<string, string>) => Partial<RunOutcome>;

/** A stage on which nothing runs: a script says what programs would have done. */
export function scriptStage(program: ScriptedProgram): Stage {
  return {
    sandbox: 'scripted',
    projectFiles: () => Promise.resolve([]),
    hide: (text) => text,
    open: (first) => {
      const files = new Map<string, string>();
      const write = (more: readonly WorkspaceFile[]): Promise<void> => {
        for (const { path, content } of more) files.set(path, String(content));
        return Promise.resolve();
      };
      void write(first);
      return Promise.resolve({
        path: '/scripted',
        write,
        read: (path) => {
          const text = files.get(path);
          return Promise.resolve(text === undefined ? undefined : new TextEncoder().encode(text));
        },
        close: () => Promise.resolve(),
        run: (call) =>
          Promise.resolve({
            end: { kind: 'exited', exitCode: 0 },
            stdout: '',
            stderr: '',
            durationMs: 1,
            ...program(call, files),
          }),
      });
    },
  };
}
