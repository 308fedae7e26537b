import { highest } from './bounds.ts';
import { constant, type Linear, plus } from './linear.ts';
import type { MemoryState, MemoryValue } from './memory-state.ts';
import { knownSum } from './sums.ts';
import { textLength } from './text-length.ts';

/** One directive of a format. */
interface Directive {
  readonly width: number | undefined;
  readonly precision: number | undefined;
  /** `%.*s`. */
  readonly takesPrecision: boolean;
  readonly takesWidth: boolean;
  readonly letter: string;
  readonly isSkipped: boolean;
}

const DIRECTIVE = /%([-+ #0']*)(\*|\d+)?(?:\.(\*|\d+)?)?(?:hh?|ll?|[jztLqI]|I64)?([a-zA-Z%[])/g;

/** Directives of a format, in order, and the number of characters around them. */
export function readFormat(format: string): { readonly directives: readonly Directive[]; readonly plain: number } {
  const directives: Directive[] = [];
  let plain = format.length;
  for (const [whole, flags, width, precision, letter = ''] of format.matchAll(DIRECTIVE)) {
    plain -= whole.length;
    if (letter === '%') {
      plain += 1;
      continue;
    }
    directives.push({
      width: width === undefined || width === '*' ? undefined : Number(width),
      precision: precision === undefined || precision === '*' ? undefined : Number(precision),
      takesPrecision: precision === '*',
      takesWidth: width === '*',
      letter,
      isSkipped: flags?.includes('*') === true || width === '*',
    });
  }
  return { directives, plain };
}

/** What a format and its values come to. */
export interface FormatLength {
  /** Characters at least and, when it is known, exactly; without the end. */
  readonly length: Linear | undefined;
  /** The texts among the values whose length nothing limits. */
  readonly open: readonly MemoryValue[];
  /** Most characters, where all of them are known to end somewhere and somebody outside decides one of the numbers. */
  readonly most?: number;
}

/** Most characters of a number of 32 bits. */
const DIGITS: Readonly<Record<string, number>> = { d: 11, i: 11, u: 10, x: 8, X: 8, o: 11, c: 1 };

function isOpenInput(state: MemoryState, value: Linear): boolean {
  const facts = state.facts(value.symbol);
  return facts.origin === 'input' && facts.isTested !== true && highest(state, value) === Number.POSITIVE_INFINITY;
}

/** Fewest characters of a number. */
const LEAST_DIGITS = 1;

/** Length of what `sprintf` writes. */
export function formatLength(state: MemoryState, format: string, values: readonly MemoryValue[]): FormatLength {
  const { directives, plain } = readFormat(format);
  let length: Linear | undefined = constant(plain);
  const open: MemoryValue[] = [];
  let at = 0;
  let most: number | undefined = plain;
  let isFromOutside = false;
  for (const { letter, width, precision, takesPrecision, takesWidth } of directives) {
    if (takesWidth) at += 1;
    if (takesPrecision) at += 1;
    const value = values[at];
    at += 1;
    const widest = letter === 's' ? undefined : DIGITS[letter];
    most = most === undefined || widest === undefined ? undefined : most + Math.max(width ?? 0, widest);
    if (value?.kind === 'number' && isOpenInput(state, value.value)) isFromOutside = true;
    if (letter !== 's') {
      length = length === undefined ? undefined : plus(length, constant(Math.max(width ?? 0, LEAST_DIGITS)));
      continue;
    }
    const text = value === undefined ? undefined : textLength(state, value);
    if (precision !== undefined || takesPrecision) {
      const isShort = text?.symbol === undefined && text !== undefined && precision !== undefined;
      length = length === undefined || !isShort ? undefined : plus(length, constant(Math.min(text.add, precision)));
      continue;
    }
    if (value !== undefined) open.push(value);
    length = length === undefined || text === undefined ? undefined : knownSum(state, length, text);
  }
  return { length, open, ...(most !== undefined && isFromOutside && { most }) };
}
