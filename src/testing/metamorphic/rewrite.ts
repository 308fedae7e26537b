import type { Place } from '#engine/analysis/ir.ts';

/** One piece of text replaced by another. */
export interface Change {
  readonly at: Place;
  readonly newText: string;
  /** The piece of the old text that the new one is; absent: the one it replaces. For pieces that move. */
  readonly from?: Place;
}

/** Text with changes applied, and the way back. */
export interface Rewritten {
  readonly text: string;
  /** Offset in the old text of what stands at an offset in the new one. */
  readonly oldOffset: (offset: number) => number;
}

/**
 * Applies changes at once; those at one place in the order given.
 *
 * @throws {Error} when two overlap: the transformation is at fault.
 */
export function rewrite(text: string, changes: readonly Change[]): Rewritten {
  const inOrder = changes.toSorted((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  const pieces: { readonly start: number; readonly text: string; readonly from: Place; readonly isSame: boolean }[] =
    [];
  let length = 0;
  let done = 0;
  const push = (piece: string, from: Place): void => {
    pieces.push({ start: length, text: piece, from, isSame: piece === text.slice(from.start, from.end) });
    length += piece.length;
  };
  for (const { at, newText, from = at } of inOrder) {
    if (at.start < done) throw new Error(`Two changes overlap at ${at.start}.`);
    push(text.slice(done, at.start), { start: done, end: at.start });
    push(newText, from);
    done = at.end;
  }
  push(text.slice(done), { start: done, end: text.length });
  return {
    text: pieces.map((piece) => piece.text).join(''),
    oldOffset: (offset) => {
      const piece = pieces.findLast(({ start, text: { length: size } }) => start <= offset && offset < start + size);
      if (piece === undefined) return text.length;
      return piece.isSame ? piece.from.start + offset - piece.start : piece.from.start;
    },
  };
}

/** Text put in before an offset. */
export function insertion(offset: number, newText: string, from: Place = { start: offset, end: offset }): Change {
  return { at: { start: offset, end: offset }, newText, from };
}
