import { type Position, mapLines } from '../detection/line-map.ts';

/** How a tool counts. */
export interface ToolCounting {
  /** What one column is: a byte of UTF-8, a code point, or a UTF-16 code unit. A tab is one column in each. */
  readonly unit: 'byte' | 'code-point' | 'code-unit';
  /** The column of the first character; 1 when absent. */
  readonly firstColumn?: 0 | 1;
  /** It takes a byte order mark away before it counts the first line. */
  readonly skipsByteOrderMark?: boolean;
  /** What the tool takes for the end of a line, a linear expression with the flag `g`; as SecCode does when absent. */
  readonly lineBreak?: RegExp;
}

/**
 * Turns places of a tool's report into ours. A place that is not in the text is moved to the nearest one that is: tools
 * place findings behind the end of a line or a file, and say line 0 where they mean the whole file.
 */
export function toolPositions(text: string, counting: ToolCounting): (place: Position) => Position {
  const ours = mapLines(text);
  const theirs = counting.lineBreak === undefined ? ours : mapLines(text, counting.lineBreak);
  const first = counting.firstColumn ?? 1;
  const mark = counting.skipsByteOrderMark === true && text.startsWith('\uFEFF') ? 1 : 0;
  return (place) => {
    const there = Math.max(1, place.line);
    const before = place.line < 1 ? 0 : Math.max(0, place.column - first);
    const skipped = there === 1 ? mark : 0;
    const line = theirs.textOf(there).slice(skipped);
    const units = counting.unit === 'code-unit' ? before : unitsOf(line, before, counting.unit);
    return ours.positionAt(theirs.offsetAt({ line: there, column: skipped + units + 1 }));
  };
}

/** How many UTF-16 code units the first `count` bytes or code points of a line are; half a character counts as none. */
function unitsOf(line: string, count: number, unit: 'byte' | 'code-point'): number {
  let counted = 0;
  let units = 0;
  for (const character of line) {
    counted += unit === 'byte' ? bytesOf(character.codePointAt(0) ?? 0) : 1;
    if (counted > count) return units;
    units += character.length;
  }
  return units + (count - counted);
}

/** In UTF-8; a lone surrogate is written as U+FFFD, which is as long. */
function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x1_00_00 ? 3 : 4;
}
