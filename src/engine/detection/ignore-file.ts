import ignore from 'ignore';

/** What a `.seccodeignore` file leaves out. */
export interface IgnoreFile {
  /** Whether a path, relative to the folder of the file, is left out. */
  readonly ignores: (path: string) => boolean;
  /** Lines that were not used. */
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
}

/**
 * Runs of `*` in one pattern. Each becomes a loop of a regular expression, and the time to match grows with its power.
 * Two more than the longest pattern seen in practice.
 */
const MAX_WILDCARDS = 5;
const MAX_PATTERN_LENGTH = 500;

/**
 * Reads a `.seccodeignore` file: gitignore's syntax, `!` and directories included.
 *
 * The file may lie in a folder that a stranger wrote, so patterns that could keep the matcher busy for hours are refused
 * and named; what they would have left out is then checked, which is the safe side.
 */
export function readIgnoreFile(text: string): IgnoreFile {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const refused = lines.flatMap((pattern, index) => {
    const reason = reasonToRefuse(pattern);
    return reason === undefined ? [] : [{ line: index + 1, reason }];
  });
  const matcher = ignore().add(lines.filter((pattern) => reasonToRefuse(pattern) === undefined));
  return {
    // The matcher throws on paths that leave the folder; such a path is none of this file's business.
    ignores: (path) => ignore.isPathValid(path) && matcher.ignores(path),
    refused,
  };
}

function reasonToRefuse(pattern: string): string | undefined {
  if (pattern.startsWith('#')) return undefined;
  if (pattern.length > MAX_PATTERN_LENGTH) return `The pattern is longer than ${MAX_PATTERN_LENGTH} characters.`;
  const wildcards = pattern.match(/\*+/g)?.length ?? 0;
  return wildcards > MAX_WILDCARDS ? `The pattern has more than ${MAX_WILDCARDS} wildcards.` : undefined;
}
