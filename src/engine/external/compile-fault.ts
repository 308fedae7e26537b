const HEADER = /error: '([\w./+-]{1,200})' file not found/;
const ERROR = /^(.{1,2000}?):(\d{1,9}):\d{1,9}: (?:fatal )?error: /;

/**
 * Why Clang could not read a file, from what it printed; `undefined` when it printed no error of a compiler.
 *
 * Never more of its own words than the name of a header: they may quote any file that the code includes.
 *
 * @param path The file as it was named to Clang.
 */
export function compileFault(printed: string, path: string): string | undefined {
  const errors = printed.split('\n').filter((line) => ERROR.test(line));
  const [first] = errors;
  if (first === undefined) return undefined;
  const header = errors.map((line) => HEADER.exec(line)?.[1]).find((name) => name !== undefined);
  if (header !== undefined) return `${header} is not here.`;
  const [, where, line = ''] = ERROR.exec(first) ?? [];
  return `It does not compile${where === path ? ` (line ${line})` : ''}.`;
}
