import { sentence } from '#engine/build/sentence.ts';
import type { BuildFault, BuildReport, Toolchain } from '#engine/build/toolchain.ts';
import { runTool } from '#engine/external/run-tool.ts';
import { safeFiles } from '#engine/external/safe-files.ts';
import { toolAvailability, type ToolNeed, toolVersion } from '#engine/external/tool-availability.ts';
import { toolFailed } from '#engine/external/tool-failed.ts';
import { toolPositions } from '#engine/external/tool-positions.ts';
import { readTscErrors, wantOf } from './errors.ts';

const NEED: ToolNeed = {
  title: 'TypeScript',
  command: ['tsc', '--version'],
  minimum: '5.0',
  remedy: 'Install TypeScript so that `tsc` is on the path, such as with `npm install --global typescript`.',
};

/**
 * TypeScript's own compiler, as it is on the path: that of the project is code of the project. Files are named on its command
 * line, so no settings of the project are read.
 */
export const toolchain: Toolchain = {
  name: 'typescript',
  title: 'TypeScript',
  languages: ['typescript'],
  rank: 10,
  availability: async (tools) => await toolAvailability(tools, NEED),
  build: async (files, tools, signal): Promise<BuildReport> => {
    const safe = safeFiles(files);
    const { end, stdout } = await runTool({
      detector: 'typescript',
      call: {
        command: [
          'tsc',
          '--noEmit',
          '--pretty',
          'false',
          '--skipLibCheck',
          '--strict',
          'false',
          '--target',
          'esnext',
          '--module',
          'esnext',
          '--moduleResolution',
          'bundler',
          '--allowImportingTsExtensions',
          '--experimentalDecorators',
          '--jsx',
          'preserve',
          // None but those of the program: whatever lies around on the machine has no say.
          '--typeRoots',
          'no-types',
          ...safe.placed.map(({ path }) => path),
        ],
      },
      run: async (call, until) => await tools.run(safe.files, call, until),
      signal,
      exitCodes: [0, 1, 2],
    });
    const version = `TypeScript ${(await toolVersion(tools, NEED)) ?? ''}`;
    if (end.kind === 'exited' && end.exitCode === 0) return { version, faults: [], notBuilt: [], findings: [] };
    const errors = readTscErrors(stdout);
    if (errors.length === 0) throw toolFailed('typescript', "'tsc' gave up and gave no reason.");

    const faults: BuildFault[] = [];
    const wants = new Map<string, string>();
    const isWanting = errors.some((error) => wantOf(error) !== undefined);
    for (const error of errors) {
      const file = safe.fileAt(error.path);
      const path = file?.path ?? files[0]?.path ?? '';
      const want = wantOf(error);
      if (want !== undefined) wants.set(path, wants.get(path) ?? want);
      // What uses a type that is not here cannot be told from what is wrong; what does not parse is wrong.
      if (want !== undefined || (isWanting && !error.isGrammar)) continue;
      const at = file === undefined ? { line: 1, column: 1 } : toolPositions(file.text, { unit: 'code-unit' })(error);
      faults.push({ path, ...at, message: sentence(error.message) });
    }
    return { version, faults, notBuilt: [...wants].map(([path, reason]) => ({ path, reason })), findings: [] };
  },
};
