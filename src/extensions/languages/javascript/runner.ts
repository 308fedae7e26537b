import { entryOf } from '#engine/behaviour/entry-of.ts';
import type { ProgramRunner } from '#engine/syntax/program-runner.ts';

export const runner: ProgramRunner = {
  tools: ['node'],
  start: (program, tool) => [tool, `./${entryOf(program, ['.js', '.mjs', '.cjs'])}`],
  environment: { NODE_NO_WARNINGS: '1' },
  missing: /(?:Cannot find (?:module|package) '[^'\n]{1,80}')/,
  driverFile: 'seccode_driver.mjs',
  driverAdvice: [
    'The driver is an ES module; it imports the program from `./`, or takes it with `createRequire(import.meta.url)`.',
  ],
  isSanitized: false,
};
