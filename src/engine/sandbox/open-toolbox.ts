import type { Machine, Sandbox, Workspace } from './sandbox.ts';
import type { Toolbox } from './toolbox.ts';

const VERSION_TIMEOUT_MS = 10_000;
const MAX_VERSION_LENGTH = 200;

/** A toolbox whose tools run in workspaces of this sandbox. */
export function openToolbox(sandbox: Sandbox, machine: Machine): Toolbox {
  const versions = new Map<string, Promise<string | undefined>>();
  const run: Toolbox['run'] = async (files, call, signal) => {
    const workspace = await sandbox.open(files, machine);
    try {
      return await workspace.run(call, signal);
    } finally {
      await workspace.close();
    }
  };
  return {
    version: (command) => {
      const key = command.join('\0');
      const known = versions.get(key);
      if (known !== undefined) return known;
      const asking = run([], { command, limits: { timeoutMs: VERSION_TIMEOUT_MS } }, new AbortController().signal).then(
        ({ end, stdout, stderr }) =>
          end.kind === 'exited' && end.exitCode === 0 ? firstLine(stdout, stderr) : undefined,
        // A sandbox that breaks down here would break down under the tool as well.
        () => undefined,
      );
      versions.set(key, asking);
      return asking;
    },
    open: async (files): Promise<Workspace> => sandbox.open(files, machine),
    run,
  };
}

/** Some tools print their version on standard error, and some print their name and address on a line before it. */
function firstLine(stdout: string, stderr: string): string | undefined {
  const lines = `${stdout}\n${stderr}`
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return (lines.find((text) => /\d/.test(text)) ?? lines[0])?.slice(0, MAX_VERSION_LENGTH);
}
