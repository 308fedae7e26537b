/** A place in a text; both count from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where lines begin and end in one text. */
export interface LineMap {
  /** At least 1: an empty text has one empty line, and so has what follows a last line break. */
  readonly lineCount: number;
  /** Text of a line without its break; empty for a line that is not there. */
  readonly textOf: (line: number) => string;
  /** Offset of a place in UTF-16 code units; a place beyond the end of its line, or of the text, is moved to that end. */
  readonly offsetAt: (position: Position) => number;
  /** The place of an offset; one beyond the text is moved to its end. */
  readonly positionAt: (offset: number) => Position;
}

/** Line breaks as SecCode counts lines, and as tree-sitter and most editors do. A lone carriage return breaks no line. */
const LINE_BREAK = /\r?\n/g;

/**
 * Maps lines of `text`.
 *
 * Tools disagree on what breaks a line: JavaScript adds U+2028 and U+2029, Python a lone carriage return. Whoever takes
 * places from such a tool makes a map with the tool's own `lineBreak`, goes to offsets with it, and comes back with the
 * default one. Otherwise a single odd character in hostile code would shift every finding below it.
 *
 * @param lineBreak A linear regular expression with the flag `g`.
 */
export function mapLines(text: string, lineBreak: RegExp = LINE_BREAK): LineMap {
  const starts = [0];
  const ends: number[] = [];
  for (const {
    index,
    0: { length },
  } of text.matchAll(lineBreak)) {
    ends.push(index);
    starts.push(index + length);
  }
  ends.push(text.length);

  const startOf = (line: number): number => starts[line - 1] ?? text.length;
  const endOf = (line: number): number => ends[line - 1] ?? text.length;

  return {
    lineCount: starts.length,
    textOf: (line) => text.slice(startOf(line), endOf(line)),
    offsetAt: ({ line, column }) => Math.min(startOf(line) + column - 1, endOf(line)),
    positionAt: (offset) => {
      let low = 1;
      let high = starts.length;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (startOf(middle) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low, column: Math.min(offset, endOf(low)) - startOf(low) + 1 };
    },
  };
}
