import type { ChangeCheck, Version } from './change.ts';
import { allFiles, type OutlinedFile } from './version-index.ts';

/** What the program runs without. */
const NOT_NEEDED = /\.(?:md|markdown|rst|adoc)$|(?:^|\/)(?:readme|license|licence|changelog|notice)[^/]*$/i;

/** A file of the program that is gone, unless another file holds what it held: it was renamed or merged. */
export const fileDropped: ChangeCheck = {
  name: 'file-dropped',
  find: ({ before, after }) => {
    if (before === undefined) return [];
    const paths = new Set(after.files.map(({ path }) => path));
    return allFiles(before)
      .filter(({ file }) => !paths.has(file.path) && file.text.trim() !== '' && !NOT_NEEDED.test(file.path))
      .filter((dropped) => !isHeldElsewhere(dropped, after))
      .map(({ file }) => ({
        check: 'file-dropped',
        path: file.path,
        line: 1,
        message: `The file \`${file.path}\` is gone.`,
      }));
  },
};

function isHeldElsewhere({ file, outline }: OutlinedFile, after: Version): boolean {
  if (after.files.some(({ text }) => text === file.text)) return true;
  const names = [...outline.functions, ...outline.types].map(({ name }) => name);
  if (names.length === 0) return false;
  const kept = new Set(
    after.outlines.flatMap(({ functions, types }) => [...functions, ...types].map(({ name }) => name)),
  );
  return names.every((name) => kept.has(name));
}
