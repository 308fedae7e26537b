import type { Workspace, WorkspaceFile } from '../sandbox/sandbox.ts';
import type { Toolbox } from '../sandbox/toolbox.ts';

/** Workspaces with the same files, each used by one run after the other. */
export interface SharedWorkspaces {
  /**
   * Hands out a workspace that nobody else uses now. One in which something failed is used no more: what was left behind in it,
   * such as half of a large file, is nobody else's burden.
   */
  readonly use: <Result>(work: (workspace: Workspace) => Promise<Result>) => Promise<Result>;
  /** Removes them all. */
  readonly close: () => Promise<void>;
}

/** Files are written once for each run that goes on at the same time, and not once for each file that is looked at. */
export function shareWorkspaces(tools: Toolbox, files: readonly WorkspaceFile[]): SharedWorkspaces {
  const idle: Workspace[] = [];
  return {
    use: async (work) => {
      const workspace = idle.pop() ?? (await tools.open(files));
      try {
        const result = await work(workspace);
        idle.push(workspace);
        return result;
      } catch (error) {
        await workspace.close();
        throw error;
      }
    },
    close: async () => {
      await Promise.all(idle.splice(0).map(async (workspace) => workspace.close()));
    },
  };
}
