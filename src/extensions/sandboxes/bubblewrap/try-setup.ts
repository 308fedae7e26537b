import { findProgram } from '#engine/sandbox/find-program.ts';
import { runLimited } from '#engine/sandbox/run-limited.ts';
import { type Machine, USUAL_LIMITS } from '#engine/sandbox/sandbox.ts';
import { makeWorkFolder } from '#engine/sandbox/work-folder.ts';
import { awaitEnd } from './await-end.ts';
import { bubblewrapArguments, FLAVOURS, systemArguments } from './arguments.ts';

/** How bubblewrap is called here, or why it cannot be. */
export type Setup =
  | {
      readonly isUsable: true;
      readonly version: string;
      /** Absolute. */
      readonly program: string;
      readonly flavour: readonly string[];
      readonly system: readonly string[];
    }
  | { readonly isUsable: false; readonly detail: string; readonly remedy: string };

const TRIAL_MS = 5000;

/** That it is installed says little: kernels, distributions and containers forbid what it needs. So a program is run. */
export async function trySetup(machine: Machine): Promise<Setup> {
  const program = await findProgram('bwrap', { searchPath: machine.searchPath, seen: [] });
  if (process.platform !== 'linux') {
    return { isUsable: false, detail: 'works on Linux only', remedy: 'Use sandbox-exec, Docker or Podman.' };
  }
  if (program === undefined) {
    const remedy = 'Install bubblewrap, such as with `apt install bubblewrap`.';
    return { isUsable: false, detail: 'bwrap is not installed', remedy };
  }
  const system = await systemArguments();
  const folder = await makeWorkFolder(machine);
  try {
    let reason = '';
    for (const flavour of FLAVOURS) {
      const shown = { work: folder.path, temporary: folder.path, needs: [], environment: {} };
      const { end, stderr } = await runLimited({
        program: program.path,
        arguments: [...bubblewrapArguments(flavour, system, shown), '/bin/sh', '-c', 'exit 42'],
        folder: '/',
        environment: {},
        input: '',
        limits: { ...USUAL_LIMITS, timeoutMs: TRIAL_MS },
        signal: new AbortController().signal,
        nowMs: machine.nowMs,
        folders: [],
        finish: awaitEnd,
      });
      if (end.kind === 'exited' && end.exitCode === 42) {
        return {
          isUsable: true,
          version: await versionOf(program.path, machine),
          program: program.path,
          flavour,
          system,
        };
      }
      reason ||= stderr.split('\n')[0]?.slice(0, 200) ?? '';
    }
    return {
      isUsable: false,
      detail: `bwrap is installed and cannot start a program: ${reason === '' ? 'it says nothing' : reason}`,
      remedy:
        'Allow user namespaces: sysctl kernel.unprivileged_userns_clone=1 or kernel.apparmor_restrict_unprivileged_userns=0; in a container, start it with --security-opt seccomp=unconfined --security-opt systempaths=unconfined.',
    };
  } finally {
    await folder.remove();
  }
}

async function versionOf(program: string, machine: Machine): Promise<string> {
  const { stdout } = await runLimited({
    program,
    arguments: ['--version'],
    folder: '/',
    environment: {},
    input: '',
    limits: { ...USUAL_LIMITS, timeoutMs: TRIAL_MS },
    signal: new AbortController().signal,
    nowMs: machine.nowMs,
    folders: [],
  });
  return stdout.trim().slice(0, 80);
}
