import type { Span } from '#core/finding.ts';

/** Turns offsets into lines and columns, both counted from 1, columns in UTF-16 code units. */
export interface LineMap {
  readonly spanOf: (start: number, end: number) => Span;
  /** Offset at which the line of `offset` begins. */
  readonly lineStart: (offset: number) => number;
}

/** The lines of `text`; a line ends with its `\n`. */
export function mapLines(path: string, text: string): LineMap {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);

  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const startOf = (line: number): number => starts[line] ?? 0;

  return {
    lineStart: (offset) => startOf(lineOf(offset)),
    spanOf: (start, end) => {
      const first = lineOf(start);
      const last = lineOf(end);
      return {
        path,
        startLine: first + 1,
        startColumn: start - startOf(first) + 1,
        endLine: last + 1,
        endColumn: end - startOf(last) + 1,
      };
    },
  };
}
