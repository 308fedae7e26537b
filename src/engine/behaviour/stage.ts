import type { Workspace, WorkspaceFile } from '../sandbox/sandbox.ts';

/** Where programs that a model wrote, and tests of them, are run: workspaces of one sandbox, and nowhere else. */
export interface Stage {
  /** Name of the sandbox, for the record. */
  readonly sandbox: string;
  readonly open: (files: readonly WorkspaceFile[]) => Promise<Workspace>;
  /** Files of the person's project beside the program, for their test command. Read anew for each session. */
  readonly projectFiles: () => Promise<readonly WorkspaceFile[]>;
  /** Replaces secrets: what a test prints goes into the log and into prompts. */
  readonly hide: (text: string) => string;
}
