import type { Expression } from '#engine/analysis/ir.ts';
import { type ExpressionRule, kindOf, type Lowering, partsOf, placeOf, sourceOf } from './lowering.ts';

/** Numbers, texts, characters and words. */
export const literalRules: Readonly<Record<string, ExpressionRule>> = {
  decimal_integer_literal: lowerNumber,
  hex_integer_literal: lowerNumber,
  octal_integer_literal: lowerNumber,
  binary_integer_literal: lowerNumber,
  decimal_floating_point_literal: lowerNumber,
  hex_floating_point_literal: lowerNumber,
  true: (lowering, node) => ({ kind: 'literal', value: true, at: placeOf(lowering, node) }),
  false: (lowering, node) => ({ kind: 'literal', value: false, at: placeOf(lowering, node) }),
  null_literal: (lowering, node) => ({ kind: 'literal', value: null, at: placeOf(lowering, node) }),
  character_literal: (lowering, node) => ({
    kind: 'literal',
    value: decode(sourceOf(lowering, node).slice(1, -1)),
    form: 'char',
    at: placeOf(lowering, node),
  }),
  string_literal: lowerString,
};

function lowerNumber(lowering: Lowering, node: number): Expression {
  const at = placeOf(lowering, node);
  const written = sourceOf(lowering, node).replaceAll('_', '').toLowerCase().slice(0, 80);
  const isHex = written.startsWith('0x');
  const digits = isHex ? written.replace(/l$/, '') : written.replace(/[lfd]$/, '');
  const value = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
  return Number.isNaN(value) ? { kind: 'unknown', parts: [], at } : { kind: 'literal', value, at };
}

function lowerString(lowering: Lowering, node: number): Expression {
  const at = placeOf(lowering, node);
  const written = sourceOf(lowering, node);
  const isBlock = written.startsWith('"""') && written.length >= 6;
  const inner = isBlock ? unindented(written.slice(3, -3)) : written.slice(1, written.length > 1 ? -1 : undefined);
  // A string template has holes of its own.
  const holes = partsOf(lowering, node).filter((part) => kindOf(lowering, part) === 'string_interpolation');
  if (holes.length > 0) return { kind: 'unknown', parts: [], at };
  return { kind: 'literal', value: decode(inner), at };
}

/** A text block without the blanks that all of its lines begin with. */
function unindented(written: string): string {
  const lines = written.split('\n').slice(1);
  let margin = Number.POSITIVE_INFINITY;
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    if (line.trim() !== '' || isLast) margin = Math.min(margin, line.length - line.trimStart().length);
  }
  return lines.map((line) => line.slice(Math.min(margin, line.length))).join('\n');
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  s: ' ',
  '\n': '',
};

function decode(written: string): string {
  if (!written.includes('\\')) return written;
  return written.replace(
    /\\(?:u+([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|([\s\S]))/g,
    (_all, unicode?: string, octal?: string, sign?: string) => {
      if (unicode !== undefined) return String.fromCharCode(Number.parseInt(unicode, 16));
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      return ESCAPES[sign ?? ''] ?? sign ?? '';
    },
  );
}
