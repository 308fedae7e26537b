import type { SourceFile, SourceFiles } from '#core/source-file.ts';
import type { RunnableProgram } from '../syntax/program-runner.ts';

/**
 * Environment variable that holds the path of the program's main file. A driver is written before anybody knows what the
 * files of the program are called.
 */
export const PROGRAM_FILE = 'PROGRAM_FILE';

const USUAL = /(?:^|\/)(?:main|__main__|app|index|cli|server)\.\w+$/;
const TEST = /(?:^|\/)(?:tests?\/|test_|conftest\.|setup\.)|[._-](?:test|spec)\.\w+$/;

/** The file to start: the driver, or else the main file. */
export function entryOf(program: RunnableProgram, endings: readonly string[]): string {
  return program.driver?.path ?? mainFileOf(program, endings);
}

/** What a driver is told of the program. */
export function programFile(program: RunnableProgram, endings: readonly string[]): Readonly<Record<string, string>> {
  return { [PROGRAM_FILE]: `./${mainFileOf(program, endings)}` };
}

/** The file that was named, the one with a usual name, or one that no other file loads; empty when there is none. */
function mainFileOf({ entry, files }: RunnableProgram, endings: readonly string[]): string {
  const own = files.filter(({ path }) => endings.some((ending) => path.endsWith(ending)));
  // Tests load the program, and are none of it.
  const program = own.filter(({ path }) => !TEST.test(path));
  const first =
    own.find(({ path }) => path === entry) ??
    own.find(({ path }) => USUAL.test(path)) ??
    program.find((file) => !isLoaded(file, program)) ??
    own[0];
  return first?.path ?? '';
}

/** Whether another file names it where it loads modules. */
function isLoaded({ path }: SourceFile, files: SourceFiles): boolean {
  const name = path.replace(/^.*\//, '').replace(/\.\w+$/, '');
  return files.some(
    (other) =>
      other.path !== path &&
      other.text
        .split('\n')
        .some((line) => /\b(?:import|from|require)\b/.test(line) && line.split(/[^\w-]+/).includes(name)),
  );
}
