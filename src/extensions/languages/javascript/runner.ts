import { entryOf, programFile, PROGRAM_FILE } from '#engine/behaviour/entry-of.ts';
import type { ProgramRunner } from '#engine/syntax/program-runner.ts';

const ENDINGS: readonly string[] = ['.js', '.mjs', '.cjs'];

export const runner: ProgramRunner = {
  tools: ['node'],
  start: (program, tool) => [tool, `./${entryOf(program, ENDINGS)}`],
  environment: (program) => ({ NODE_NO_WARNINGS: '1', ...programFile(program, ENDINGS) }),
  missing: /(?:Cannot find (?:module|package) '[^'\n]{1,80}')/,
  driverFile: 'seccode_driver.mjs',
  driverAdvice: [
    `The driver is an ES module; it imports files that the task names from \`./\`, or takes them with \`createRequire(import.meta.url)\`. The path of the program's main file, whatever its name, is in the environment variable \`${PROGRAM_FILE}\`.`,
  ],
  isSanitized: false,
};
