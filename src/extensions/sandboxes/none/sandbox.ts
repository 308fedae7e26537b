import { USUAL_LIMITS, type Sandbox } from '#engine/sandbox/sandbox.ts';
import { runLimited } from '#engine/sandbox/run-limited.ts';
import { makeWorkFolder } from '#engine/sandbox/work-folder.ts';

/**
 * No sandbox: a folder and an environment of its own and limits of time and output, and nothing else. The program may
 * read whatever its user may read, and reach the network.
 */
export const sandbox: Sandbox = {
  name: 'none',
  title: 'No sandbox: programs run as the user, limited in time and output only',
  isIsolating: false,
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
          nowMs: machine.nowMs,
        }),
    };
  },
};
