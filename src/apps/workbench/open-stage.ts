import { join } from 'node:path';
import type { BehaviourSettings } from '#core/behaviour.ts';
import { SecCodeError } from '#core/errors.ts';
import type { Task } from '#core/task.ts';
import type { Stage } from '#engine/behaviour/stage.ts';
import type { Sandbox, WorkspaceFile } from '#engine/sandbox/sandbox.ts';
import { redactSecrets, redactText } from '#engine/secrets/redact-secrets.ts';
import type { Extensions } from '../compose.ts';
import type { Host } from './host.ts';
import { readProjectFiles } from './project-files.ts';
import { chooseSandbox, machineOf } from './tools.ts';

/** Where the tests of a session run. Nothing is opened or read before the first test. */
export function openStage(
  { sandbox: name, testFiles }: BehaviourSettings,
  { kind }: Pick<Task, 'kind'>,
  extensions: Pick<Extensions, 'sandboxes'>,
  host: Host,
  { isUnconfined }: { readonly isUnconfined?: boolean },
): Stage {
  const machine = machineOf(host);
  let choosing: Promise<Sandbox> | undefined;
  let reading: Promise<readonly WorkspaceFile[]> | undefined;
  const choose = async (): Promise<Sandbox> => {
    const sandbox = await chooseSandbox(extensions, machine, name);
    // A log may come from anybody: it cannot decide that this machine is left unguarded.
    if (sandbox.isIsolating || isUnconfined === true) return sandbox;
    throw new SecCodeError(
      'SANDBOX_UNAVAILABLE',
      `The session was begun in the sandbox '${name}', which isolates nothing.`,
      {
        remedy: 'Begin it anew, with --sandbox if you mean it.',
      },
    );
  };
  return {
    sandbox: name,
    open: async (files) => await (await (choosing ??= choose())).open(files, machine),
    projectFiles: async () =>
      await (reading ??= readProjectFiles(
        host.folder,
        testFiles?.map((path) => join(host.folder, path)) ?? (kind === 'fix' ? [host.folder] : []),
      )),
    hide: (text) => redactText(text, redactSecrets([])).text,
  };
}
