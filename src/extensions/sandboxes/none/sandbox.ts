import { type RunLimits, type Sandbox, USUAL_LIMITS } from '#engine/sandbox/sandbox.ts';
import { runLimited } from '#engine/sandbox/run-limited.ts';
import { makeWorkFolder } from '#engine/sandbox/work-folder.ts';

/** What is seen without `/proc`. */
const EVERYWHERE: readonly (keyof RunLimits)[] = ['timeoutMs', 'outputBytes', 'diskBytes'];
const ON_LINUX: readonly (keyof RunLimits)[] = [...EVERYWHERE, 'cpuMs', 'memoryBytes', 'processes'];

/**
 * No sandbox: a folder and an environment of its own and limits, and nothing else. The program may read whatever its user
 * may read, reach the network, and leave a process behind that has left its tree.
 */
export const sandbox: Sandbox = {
  name: 'none',
  title: 'No sandbox: programs run as the user, limited in what they use',
  isIsolating: false,
  rank: 100,
  enforces: process.platform === 'linux' ? ON_LINUX : EVERYWHERE,
  runs: 'programs',
  availability: async () => ({ isUsable: true, detail: 'isolates nothing', remedy: '' }),
  open: async (files, machine) => {
    const folder = await makeWorkFolder(machine);
    await folder.write(files);
    return {
      path: folder.path,
      write: folder.write,
      read: folder.read,
      close: folder.remove,
      run: async ({ command: [program, ...arguments_], input, environment, limits }, signal) =>
        await runLimited({
          program,
          arguments: arguments_,
          folder: folder.path,
          environment: {
            ...environment,
            PATH: machine.searchPath,
            HOME: folder.path,
            TMPDIR: folder.path,
            LANG: 'C.UTF-8',
          },
          input,
          limits: { ...USUAL_LIMITS, ...limits },
          signal,
          folders: [folder.path],
          nowMs: machine.nowMs,
        }),
    };
  },
};
