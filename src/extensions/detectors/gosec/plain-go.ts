import { posix } from 'node:path';
import type { SourceFile, SourceFiles } from '#core/source-file.ts';

/** Go files under names by which Go leaves none of them out. */
export interface PlainGo {
  readonly files: SourceFiles;
  /** The file as it was given, by its plain name. */
  readonly original: (path: string) => SourceFile | undefined;
}

/** Comments by which code leaves itself out of a build, or tells false places; each is replaced by one of its length. */
const DIRECTIVES: readonly (readonly [RegExp, string])[] = [
  [/^([ \t]*\/\/)go:build\b/gm, '$1go_build'],
  [/^([ \t]*\/\/[ \t]*)\+build\b/gm, '$1_build'],
  [/\/\/line (?=.)/g, '//l_ne '],
  [/\/\*line (?=.)/g, '/*l_ne '],
];

/**
 * Puts each folder's files into one of a plain name, under plain names: Go ignores files by the end of their names
 * (`x_windows.go`), by a dot or an underscore before them, and by constraints in comments, and gosec ignores folders such as
 * `vendor`. Packages can then not import each other by path, which they could not without their module's file either.
 */
export function plainGo(files: SourceFiles): PlainGo {
  const folders = new Map<string, string>();
  const originals = new Map<string, SourceFile>();
  const plain = files.map((file, index): SourceFile => {
    const folder = posix.dirname(file.path);
    const name = folders.get(folder) ?? `package${String(folders.size + 1)}`;
    folders.set(folder, name);
    const path = `${name}/file${String(index + 1)}${file.path.endsWith('_test.go') ? '_test' : ''}.go`;
    originals.set(path, file);
    return { path, text: DIRECTIVES.reduce((text, [directive, other]) => text.replace(directive, other), file.text) };
  });
  return { files: plain, original: (path) => originals.get(path) };
}
