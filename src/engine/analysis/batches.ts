import type { SourceFile, SourceFiles } from '#core/source-file.ts';

/** Characters of one batch: enough to keep a core busy for a second or two. */
const BATCH_CHARACTERS = 500_000;

/**
 * Splits files into the batches that are analysed together, in order. The split depends on the files alone, so that what
 * is found does not depend on how many work on it.
 */
export function batchesOf(files: SourceFiles): readonly SourceFiles[] {
  const batches: SourceFile[][] = [];
  let characters = Number.POSITIVE_INFINITY;
  for (const file of files) {
    if (characters > BATCH_CHARACTERS) {
      batches.push([]);
      characters = 0;
    }
    batches.at(-1)?.push(file);
    characters += file.text.length;
  }
  return batches;
}
