import type { Span } from '#core/finding.ts';
import { mapLines, type Position } from '../detection/line-map.ts';

const WORD = /[\p{L}\p{N}_$]+/uy;

/** From a place to the end of the word that stands there, or over the one character where none does: tools name a beginning only. */
export function wordSpan(path: string, text: string): (start: Position) => Span {
  const map = mapLines(text);
  return ({ line, column }) => {
    const rest = map.textOf(line).slice(column - 1);
    WORD.lastIndex = 0;
    const length = WORD.exec(rest)?.[0].length ?? Math.min(1, rest.length);
    return { path, startLine: line, startColumn: column, endLine: line, endColumn: column + length };
  };
}
