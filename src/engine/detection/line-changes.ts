import { diffArrays } from 'diff';

/** Lines that stand in place of others; either side may have none. */
export interface LineChange {
  /** The first line taken out, or the one before which the new ones stand; counts from 1. */
  readonly line: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** How the lines of one text became those of another. */
export interface LineChanges {
  readonly changes: readonly LineChange[];
  /** Where a line of the old text stands in the new one; `undefined` when it was taken out. */
  readonly nowAt: (line: number) => number | undefined;
  /** Lines of the new text that the old one does not have, counted from 1. */
  readonly isNew: (line: number) => boolean;
}

/** As in patches: the work grows with the square of this. Beyond it everything counts as replaced. */
const MAX_CHANGED_LINES = 1_000;

/** Compares lines, white space aside: indented code is the same code. */
export function lineChanges(before: readonly string[], after: readonly string[]): LineChanges {
  const [old, young] = [before.map(squeezed), after.map(squeezed)];
  const parts = diffArrays(old, young, { maxEditLength: MAX_CHANGED_LINES }) ?? [
    { removed: true, added: false, value: old },
    { removed: false, added: true, value: young },
  ];
  const changes: { line: number; removed: readonly string[]; added: readonly string[] }[] = [];
  const places = new Map<number, number>();
  const fresh = new Set<number>();
  let [oldLine, newLine] = [1, 1];
  let open: { line: number; removed: readonly string[]; added: readonly string[] } | undefined;
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      open = undefined;
      for (const [index] of value.entries()) places.set(oldLine + index, newLine + index);
      oldLine += value.length;
      newLine += value.length;
      continue;
    }
    if (open === undefined) {
      open = { line: oldLine, removed: [], added: [] };
      changes.push(open);
    }
    if (removed) {
      open.removed = before.slice(oldLine - 1, oldLine - 1 + value.length);
      oldLine += value.length;
    } else {
      open.added = after.slice(newLine - 1, newLine - 1 + value.length);
      for (const [index] of value.entries()) fresh.add(newLine + index);
      newLine += value.length;
    }
  }
  return { changes, nowAt: (line) => places.get(line), isNew: (line) => fresh.has(line) };
}

/** A line without its white space. */
export function squeezed(line: string): string {
  return line.replace(/\s+/g, '');
}
