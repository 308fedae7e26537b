/** Escapes of letters, digits and the underscore. A backslash that is itself escaped begins none. */
const ESCAPED_LETTER = /(?<!\\)((?:\\\\)*)\\u+00(3\d|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9a])/gi;
const ESCAPED_LINE_BREAK = /(?<!\\)(?:\\\\)*\\u+000[ad]/i;

/**
 * Java without what silences SpotBugs: its annotations, however their names are spelt. Lines stay what they are; columns
 * do not, but SpotBugs tells none.
 */
export function quietJava(text: string): string {
  return text
    .replace(
      ESCAPED_LETTER,
      (_, before: string, code: string) => before + String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replaceAll('SuppressFBWarnings', 'SuppressFBWarning_')
    .replaceAll('findbugs', 'findbug_');
}

/** Java takes an escaped line break for one, and so counts lines as no editor does. */
export function hidesLines(text: string): boolean {
  return ESCAPED_LINE_BREAK.test(text);
}
