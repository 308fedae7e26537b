import type { RunnableProgram } from '../syntax/program-runner.ts';

/**
 * Environment variable that holds the path of the program's main file. A driver is written before anybody knows what the
 * files of the program are called.
 */
export const PROGRAM_FILE = 'PROGRAM_FILE';

const USUAL = /(?:^|\/)(?:main|__main__|app|index|cli|server)\.\w+$/;

/** The file to start: the driver, or else the main file. */
export function entryOf(program: RunnableProgram, endings: readonly string[]): string {
  return program.driver?.path ?? mainFileOf(program, endings);
}

/** What a driver is told of the program. */
export function programFile(program: RunnableProgram, endings: readonly string[]): Readonly<Record<string, string>> {
  return { [PROGRAM_FILE]: `./${mainFileOf(program, endings)}` };
}

/** The file that was named, the usual one, or the first with such an ending; empty when there is none. */
function mainFileOf({ entry, files }: RunnableProgram, endings: readonly string[]): string {
  const own = files.map(({ path }) => path).filter((path) => endings.some((ending) => path.endsWith(ending)));
  return own.find((path) => path === entry) ?? own.find((path) => USUAL.test(path)) ?? own[0] ?? '';
}
