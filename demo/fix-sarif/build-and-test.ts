import { extensions } from '#apps/compose.ts';
import { readProjectFiles } from '#apps/workbench/project-files.ts';
import { chooseSandbox, machineOf } from '#apps/workbench/tools.ts';

/** How a project's own build and tests ended. */
export interface BuildEnd {
  readonly isPassing: boolean;
  /** The end, and the last line that was printed. */
  readonly told: string;
}

/** Builds and tests a project in a sandbox: a model has written on it. */
export async function buildAndTest(project: string, command: string): Promise<BuildEnd> {
  const machine = machineOf({ environment: process.env, nowMs: Date.now });
  const sandbox = await chooseSandbox(extensions, machine);
  const workspace = await sandbox.open(await readProjectFiles(project, [project]), machine);
  try {
    const { end, stdout, stderr } = await workspace.run(
      { command: ['sh', '-c', command] },
      new AbortController().signal,
    );
    const isPassing = end.kind === 'exited' && end.exitCode === 0;
    const last = (isPassing ? stdout : `${stdout}\n${stderr}`).trim().split('\n').at(-1)?.trim() ?? '';
    const how = end.kind === 'exited' ? `exit ${String(end.exitCode)}` : end.kind;
    return { isPassing, told: `${how} in ${sandbox.name}: ${last}` };
  } finally {
    await workspace.close();
  }
}
