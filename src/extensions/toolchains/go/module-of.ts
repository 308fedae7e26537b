import type { SourceFiles } from '#core/source-file.ts';

const IMPORT = /^[ \t]*(?:import[ \t]+)?(?:[\w.]+[ \t]+)?"([\w.\-/~]{1,300})"/gm;

/** The module path by which the files import each other; `program` when they do not. */
export function moduleOf(files: SourceFiles): string {
  const folders = new Set(
    files.map(({ path }) => path.slice(0, Math.max(0, path.lastIndexOf('/')))).filter((folder) => folder !== ''),
  );
  for (const { text } of files) {
    for (const [, path = ''] of text.matchAll(IMPORT)) {
      for (const folder of folders) {
        if (path.endsWith(`/${folder}`)) return path.slice(0, -folder.length - 1);
      }
    }
  }
  return 'program';
}
