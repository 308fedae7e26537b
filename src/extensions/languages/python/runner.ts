import { entryOf } from '#engine/behaviour/entry-of.ts';
import type { ProgramRunner } from '#engine/syntax/program-runner.ts';

export const runner: ProgramRunner = {
  tools: ['python3', 'python'],
  start: (program, tool) => [tool, '-B', `./${entryOf(program, ['.py', '.pyw'])}`],
  environment: { PYTHONDONTWRITEBYTECODE: '1' },
  missing: /ModuleNotFoundError: No module named '[^'\n]{1,80}'/,
  driverFile: 'seccode_driver.py',
  driverAdvice: ['The driver imports the modules of the program by their names; it lies in the folder of the program.'],
  isSanitized: false,
};
