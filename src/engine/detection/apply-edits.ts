import type { Edit } from '#core/finding.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { mapLines } from './line-map.ts';

/**
 * The files with all edits made. Places are those of the files as given, so the order of the edits says nothing, except
 * for insertions at one place: the first given comes first.
 *
 * An edit that is there twice is made once: two fixes may both need the same import. Edits must not overlap otherwise.
 */
export function applyEdits(files: SourceFiles, edits: readonly Edit[]): SourceFiles {
  return files.map((file) => {
    const own = edits.filter(({ span }) => span.path === file.path);
    if (own.length === 0) return file;
    const map = mapLines(file.text);
    const seen = new Set<string>();
    const placed = own.flatMap(({ span, newText }) => {
      const start = map.offsetAt({ line: span.startLine, column: span.startColumn });
      const end = map.offsetAt({ line: span.endLine, column: span.endColumn });
      const key = `${start}:${end}:${newText}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ start, end, newText }];
    });
    const parts: string[] = [];
    let done = 0;
    for (const { start, end, newText } of placed.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
      parts.push(file.text.slice(done, start), newText);
      done = Math.max(done, end);
    }
    return { path: file.path, text: parts.join('') + file.text.slice(done) };
  });
}
