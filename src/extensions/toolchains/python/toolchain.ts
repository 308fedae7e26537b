import { z } from 'zod';
import type { BuildFault, BuildReport, Toolchain } from '#engine/build/toolchain.ts';
import { readJsonReport } from '#engine/external/read-report.ts';
import { runTool } from '#engine/external/run-tool.ts';
import { safeFiles } from '#engine/external/safe-files.ts';
import { toolAvailability, type ToolNeed } from '#engine/external/tool-availability.ts';
import { toolPositions } from '#engine/external/tool-positions.ts';
import { COMPILE_ALL } from './compile-all.ts';

const NEED: ToolNeed = {
  title: 'Python',
  command: ['python3', '--version'],
  minimum: '3.8',
  remedy: 'Install Python 3, such as with `apt install python3`.',
};

const reportSchema = z.strictObject({
  version: z.string(),
  compiled: z.int(),
  faults: z.array(
    z.strictObject({ file: z.int().min(0), line: z.int(), column: z.int(), message: z.string(), isFault: z.boolean() }),
  ),
});

/** Python's own compiler, in the version of this machine. The program is compiled and never imported. */
export const toolchain: Toolchain = {
  name: 'python',
  title: 'Python',
  languages: ['python'],
  rank: 10,
  availability: async (tools) => await toolAvailability(tools, NEED),
  build: async (files, tools, signal): Promise<BuildReport> => {
    const { files: placed, placed: places } = safeFiles(files);
    const { stdout } = await runTool({
      detector: 'python',
      // Isolated: no environment, no site packages, and the folder of the program is not on the path.
      call: {
        command: ['python3', '-I', '-S', '-W', 'ignore', '-c', COMPILE_ALL],
        input: JSON.stringify(places.map(({ path }) => path)),
      },
      run: async (call, until) => await tools.run(placed, call, until),
      signal,
      exitCodes: [0],
    });
    const report = readJsonReport({ detector: 'python', tool: 'python3', text: stdout }, reportSchema);
    if (report.compiled !== files.length) throw new TypeError('Python did not look at every file.');
    const faults: BuildFault[] = [];
    const notBuilt: BuildReport['notBuilt'][number][] = [];
    for (const { file: index, line, column, message, isFault } of report.faults) {
      const file = files[index];
      if (file === undefined) continue;
      const at = toolPositions(file.text, { unit: 'code-point' })({ line, column });
      const said = `Python ${report.version}: ${message}.`;
      if (isFault) faults.push({ path: file.path, ...at, message: said });
      else notBuilt.push({ path: file.path, reason: said });
    }
    return { version: `Python ${report.version}`, faults, notBuilt, findings: [] };
  },
};
