import type { SourceFiles } from '#core/source-file.ts';

/**
 * The program after a fix: a reply may repeat only the files it changed, and the others stay as they are.
 *
 * The order of `best` is kept; new files follow in the reply's order. A reply cannot delete a file.
 */
export function mergeFiles(best: SourceFiles, reply: SourceFiles): SourceFiles {
  const replied = new Map(reply.map((file) => [file.path, file]));
  const known = new Set(best.map(({ path }) => path));
  return [
    ...best.map((file) => replied.get(file.path) ?? file),
    ...[...replied.values()].filter(({ path }) => !known.has(path)),
  ];
}
