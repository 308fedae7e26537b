import type { SinkKind } from '../flow-kinds.ts';
import type { Expression } from '../ir.ts';
import type { TextPart, Value } from '../value.ts';
import { writtenName } from './written-name.ts';

/** A place of a text that is filled in when the program runs. */
export interface Hole {
  readonly value: Value;
  /** Words before it, from the beginning of the text; other holes are blanks in it. */
  readonly before: string;
  readonly after: string;
}

/** Holes of one text; more of them are a generated text. */
const MOST_HOLES = 64;
const DEEPEST = 12;
/** Stands for another hole in the words around one: no character that a language gives a meaning to. */
const BLANK = '\u00B7';

/** Whether anything is known of how the text is put together. */
export function hasShape(value: Value): boolean {
  return value.parts !== undefined || typeof value.constant?.value === 'string';
}

/** The words of the text, with a middle dot for each hole. */
export function wordsWithBlanks(value: Value): string {
  return flat(value, 0)
    .map((part) => (typeof part === 'string' ? part : BLANK))
    .join('');
}

/** Holes of a text in order. A text of unknown shape has none. */
export function holesOf(value: Value): readonly Hole[] {
  if (value.parts === undefined) return [];
  const parts = flat(value, 0);
  const words = parts.map((part) => (typeof part === 'string' ? part : BLANK));
  const holes: Hole[] = [];
  for (const [index, part] of parts.entries()) {
    if (typeof part === 'string' || holes.length >= MOST_HOLES) continue;
    holes.push({ value: part, before: words.slice(0, index).join(''), after: words.slice(index + 1).join('') });
  }
  return holes;
}

/**
 * Whether what fills the hole may be chosen by somebody else, as far as this file shows: no constant, no number, nothing
 * that was made safe for this kind of sink, no setting in capitals.
 */
export function isOpenHole(value: Value, kind: SinkKind): boolean {
  if (value.constant !== undefined || value.isFixed === true) return false;
  // Nothing checks an annotation while the program runs.
  if (value.isNumeric === true) return value.parameter !== undefined;
  if (value.taints.length > 0) {
    return value.taints.some(({ safeFor }) => safeFor !== 'all' && !safeFor.includes(kind));
  }
  if (value.traits.some((trait) => MAKES_SAFE.test(trait))) return false;
  return !isMadeSafe(value.origin) && !isSetting(value.origin);
}

/** Names of functions that take the meaning out of a text. */
const MAKES_SAFE = /escape|quot|sanit|clean|literal|identifier|encode|digest|uuid|adapt|bind|placeholder|validate/i;

function isMadeSafe(origin: Expression | undefined): boolean {
  return origin?.kind === 'call' && MAKES_SAFE.test(writtenName(origin.callee));
}

/** A name in capitals is set once, by whoever wrote or runs the program. */
function isSetting(origin: Expression | undefined): boolean {
  const name = writtenName(origin);
  return /^[A-Z][A-Z\d_]+$/.test(name.slice(name.lastIndexOf('.') + 1));
}

function flat(value: Value, depth: number): TextPart[] {
  if (typeof value.constant?.value === 'string') return [value.constant.value];
  if (value.constant !== undefined) return [String(value.constant.value)];
  if (value.parts === undefined || depth > DEEPEST) return [value];
  return value.parts.flatMap((part) => (typeof part === 'string' ? [part] : flat(part, depth + 1)));
}
