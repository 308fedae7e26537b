import { expect, it } from 'vitest';
import type { Workspace, WorkspaceFile } from '../sandbox/sandbox.ts';
import { NO_TOOLS, type Toolbox } from '../sandbox/toolbox.ts';
import { shareWorkspaces } from './shared-workspaces.ts';

const FILES: readonly WorkspaceFile[] = [{ path: 'code/a.c', content: 'int a;' }];

function count(): { readonly tools: Toolbox; readonly opened: string[]; readonly closed: string[] } {
  const opened: string[] = [];
  const closed: string[] = [];
  const open = async (files: readonly WorkspaceFile[]): Promise<Workspace> => {
    expect(files).toBe(FILES);
    const path = `/workspace-${opened.length}`;
    opened.push(path);
    return {
      path,
      run: async () => ({ end: { kind: 'exited', exitCode: 0 }, stdout: '', stderr: '', durationMs: 0 }),
      write: async () => undefined,
      read: async () => undefined,
      close: async () => {
        closed.push(path);
      },
    };
  };
  return { tools: { ...NO_TOOLS, open }, opened, closed };
}

it('opens one workspace for runs that follow each other, and removes it at the end', async () => {
  const { tools, opened, closed } = count();
  const shared = shareWorkspaces(tools, FILES);

  for (const number of [1, 2, 3]) expect(await shared.use(async () => number)).toBe(number);
  expect(closed).toEqual([]);
  await shared.close();

  expect(opened).toEqual(['/workspace-0']);
  expect(closed).toEqual(['/workspace-0']);
});

it('gives runs at the same time a workspace each', async () => {
  const { tools, opened, closed } = count();
  const shared = shareWorkspaces(tools, FILES);

  const paths = await Promise.all([1, 2].map(async () => shared.use(async ({ path }) => path)));
  await shared.close();

  expect(new Set(paths).size).toBe(2);
  expect(closed.toSorted()).toEqual(opened);
});

it('uses none again in which something failed', async () => {
  const { tools, closed } = count();
  const shared = shareWorkspaces(tools, FILES);

  const failed = shared.use(async () => {
    throw new RangeError('half a report');
  });
  await expect(failed).rejects.toThrow('half a report');
  expect(closed).toEqual(['/workspace-0']);

  expect(await shared.use(async ({ path }) => path)).toBe('/workspace-1');
  await shared.close();
  expect(closed).toEqual(['/workspace-0', '/workspace-1']);
});
