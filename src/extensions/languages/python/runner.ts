import { entryOf, programFile, PROGRAM_FILE } from '#engine/behaviour/entry-of.ts';
import type { ProgramRunner } from '#engine/syntax/program-runner.ts';

const ENDINGS: readonly string[] = ['.py', '.pyw'];

export const runner: ProgramRunner = {
  tools: ['python3', 'python'],
  start: (program, tool) => [tool, '-B', `./${entryOf(program, ENDINGS)}`],
  environment: (program) => ({ PYTHONDONTWRITEBYTECODE: '1', ...programFile(program, ENDINGS) }),
  missing: /ModuleNotFoundError: No module named '[^'\n]{1,80}'/,
  driverFile: 'seccode_driver.py',
  driverAdvice: [
    `The driver lies in the folder of the program. It imports modules that the task names by their names; the path of the program's main file, whatever its name, is in the environment variable \`${PROGRAM_FILE}\`, for \`importlib.util.spec_from_file_location\`.`,
  ],
  isSanitized: false,
};
