import type { Outline } from '../syntax/outline.ts';

/** A piece of code with what the parser says of it. */
export interface Piece {
  readonly text: string;
  readonly outline: Outline;
}

/**
 * What the later of two pieces is to the earlier one.
 *
 * `replaces`: another full version, or the whole that the earlier one was a piece of. `fragment`: a piece of the earlier one, or a
 * few lines that use it. `unrelated`: neither can be said.
 */
export type Relation = 'replaces' | 'fragment' | 'unrelated';

/** Judges by the names that both define and the lines that both have. */
export function relationOf(earlier: Piece, later: Piece): Relation {
  if (isFragmentOf(later, earlier)) return 'fragment';
  if (isFragmentOf(earlier, later)) return 'replaces';
  const before = namesIn(earlier);
  const after = namesIn(later);
  const fewest = Math.min(before.size, after.size);
  if (fewest > 0) {
    const shared = [...after].filter((name) => before.has(name)).length;
    return shared >= fewest / 2 ? 'replaces' : 'unrelated';
  }
  return before.size === after.size && sharedLines(later, earlier) >= 0.5 ? 'replaces' : 'unrelated';
}

/** Whether `piece` is a part of `whole`, or only shows how to use it. */
export function isFragmentOf(piece: Piece, whole: Piece): boolean {
  const size = linesIn(piece).length;
  const wholeSize = linesIn(whole).length;
  if (size >= wholeSize) return false;
  const names = namesIn(piece);
  const wholeNames = namesIn(whole);
  // Whatever defines all that the whole defines is another version of it, though a fix may have made it shorter.
  const isVersion = wholeNames.size > 0 && [...wholeNames].every((name) => names.has(name)) && size >= wholeSize / 2;
  if (isVersion) return false;
  if (sharedLines(piece, whole) >= 0.8) return true;
  if (names.size > 0) return size < wholeSize / 2 && [...names].every((name) => wholeNames.has(name));
  // Without a definition of its own it is a call of the whole, or a line or two of it; settings alone are another file.
  const isUse = piece.outline.calls.length > 0 || size <= 3;
  return isUse && (wholeNames.size > 0 || size < wholeSize / 3);
}

function namesIn({ outline }: Piece): ReadonlySet<string> {
  return new Set([...outline.functions, ...outline.types].map(({ name }) => name).filter((name) => name !== ''));
}

function linesIn({ text }: Piece): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Share of the lines of `piece` that `whole` has too, from 0 to 1. */
function sharedLines(piece: Piece, whole: Piece): number {
  const lines = linesIn(piece);
  const known = new Set(linesIn(whole));
  return lines.length === 0 ? 1 : lines.filter((line) => known.has(line)).length / lines.length;
}
