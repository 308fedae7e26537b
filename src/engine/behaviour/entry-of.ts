import type { RunnableProgram } from '../syntax/program-runner.ts';

const USUAL = /(?:^|\/)(?:main|__main__|app|index|cli|server)\.\w+$/;

/** The file to start: the driver, the one that was named, the usual one, or the first with such an ending. */
export function entryOf({ driver, entry, files }: RunnableProgram, endings: readonly string[]): string {
  if (driver !== undefined) return driver.path;
  const own = files.map(({ path }) => path).filter((path) => endings.some((ending) => path.endsWith(ending)));
  return own.find((path) => path === entry) ?? own.find((path) => USUAL.test(path)) ?? own[0] ?? '';
}
