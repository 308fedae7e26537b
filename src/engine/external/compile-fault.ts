const HEADER = /error: '([\w./+-]{1,200})' file not found/;
const ERROR = /^(.{1,2000}?):(\d{1,9}):\d{1,9}: (?:fatal )?error: /;

/**
 * Why Clang could not read a file, from what it printed; `undefined` when it printed no error of a compiler.
 *
 * @param path The file as it was named to Clang.
 */
export function compileFault(printed: string, path: string): string | undefined {
  const errors = printed.split('\n').filter((line) => ERROR.test(line));
  const [first] = errors;
  if (first === undefined) return undefined;
  const header = errors.map((line) => HEADER.exec(line)?.[1]).find((name) => name !== undefined);
  const [, where, line] = ERROR.exec(first) ?? [];
  return sayFault({ header, line: where === path ? line : undefined });
}

/**
 * Says why a compiler could not read a file. Never more of its own words than the name of a header: they may quote any file
 * that the code includes.
 */
export function sayFault({
  header,
  line,
}: {
  readonly header: string | undefined;
  readonly line: number | string | undefined;
}): string {
  if (header !== undefined) return `${header} is not here.`;
  return `It does not compile${line === undefined ? '' : ` (line ${line})`}.`;
}
