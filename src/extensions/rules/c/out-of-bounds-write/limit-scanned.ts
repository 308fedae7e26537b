import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { CallExpression } from '#engine/analysis/ir.ts';
import { sizedArray } from '#engine/analysis/judges/sized-array.ts';
import type { TextEdit } from '#engine/analysis/rule.ts';

const DIRECTIVE = /%(\*?)(\d*)(?:hh?|ll?|[jztLq])?([a-zA-Z%[])/g;

/**
 * Widths for the texts that a `scanf` reads. None unless each of them goes into an array whose length is a number that the file
 * shows: a width cannot be written as `sizeof`.
 */
export function limitScanned(facts: ModuleFacts, call: CallExpression, position: number): readonly TextEdit[] {
  const format = call.arguments[position]?.value;
  if (format?.kind !== 'literal' || typeof format.value !== 'string') return [];
  const written = facts.textAt(format.at);
  // Pieces that the compiler puts together, and words with escapes, have other places in the text than in the value.
  if (written !== `"${format.value}"`) return [];
  const edits: TextEdit[] = [];
  let next = position + 1;
  for (const { 0: whole, 1: skipped, 2: width = '', 3: letter, index } of written.matchAll(DIRECTIVE)) {
    if (letter === '%' || skipped !== '') continue;
    const into = call.arguments[next]?.value;
    next += 1;
    if (letter !== 's' && letter !== '[') continue;
    const length = into === undefined ? undefined : sizedArray(facts, into)?.length;
    const isWide = whole.slice(1 + width.length) !== letter;
    if (length === undefined || isWide) return [];
    if (width !== '' && Number(width) < length) continue;
    const start = format.at.start + index + 1;
    edits.push({ at: { start, end: start + width.length }, newText: String(length - 1) });
  }
  return edits;
}
