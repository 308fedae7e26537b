import type { Expression } from '#engine/analysis/ir.ts';
import { type ExpressionRule, type Lowering, partsOf, placeOf, sourceOf } from './lowering.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
  e: '\u001B',
  '\n': '',
};

/** Text between quotes with its escapes read. */
function unescaped(text: string): string {
  return text.replaceAll(ESCAPE, (whole: string) => {
    const body = whole.slice(1);
    if (/^[xu][\da-fA-F]/.test(body)) return String.fromCharCode(Number.parseInt(body.slice(1), 16) & 0xffff);
    if (/^[0-7]/.test(body)) return String.fromCharCode(Number.parseInt(body, 8));
    return ESCAPES[body] ?? body;
  });
}

const ESCAPE = /\\(?:x[\da-fA-F]{1,8}|[0-7]{1,3}|u[\da-fA-F]{4}|[\s\S])/g;

function textOf(lowering: Lowering, node: number): string {
  const source = sourceOf(lowering, node);
  const raw = /^(?:u8|[uUL])?R"([^()\s]{0,16})\(([\s\S]*)\)\1"$/.exec(source);
  if (raw?.[2] !== undefined) return raw[2];
  const from = source.indexOf('"');
  return unescaped(source.slice(from + 1, source.endsWith('"') ? -1 : undefined));
}

const NUMBER = /^[-+]?(?:0[xX][\da-fA-F]+|0[bB][01]+|\d*\.?\d+(?:[eE][-+]?\d+)?|\d+\.)/;

function numberOf(source: string): number | undefined {
  const plain = source.replaceAll(/['\s]/g, '');
  const digits = NUMBER.exec(plain)?.[0];
  if (digits === undefined) return undefined;
  if (/^[-+]?0[0-7]+$/.test(digits)) return Number.parseInt(digits, 8);
  const isNegative = digits.startsWith('-');
  const value = Number(digits.replace(/^[-+]/, '')) * (isNegative ? -1 : 1);
  return Number.isNaN(value) ? undefined : value;
}

function charOf(source: string): number {
  const from = source.indexOf("'");
  return unescaped(source.slice(from + 1, -1)).charCodeAt(0) || 0;
}

export const literalRules: Readonly<Record<string, ExpressionRule>> = {
  number_literal: (lowering, node): Expression => {
    const at = placeOf(lowering, node);
    const value = numberOf(sourceOf(lowering, node));
    return value === undefined ? { kind: 'unknown', parts: [], at } : { kind: 'literal', value, at };
  },
  char_literal: (lowering, node) => ({
    kind: 'literal',
    form: 'char',
    value: charOf(sourceOf(lowering, node)),
    at: placeOf(lowering, node),
  }),
  string_literal: (lowering, node) => ({ kind: 'literal', value: textOf(lowering, node), at: placeOf(lowering, node) }),
  raw_string_literal: (lowering, node) => ({
    kind: 'literal',
    value: textOf(lowering, node),
    at: placeOf(lowering, node),
  }),
  concatenated_string: (lowering, node) => {
    const parts = partsOf(lowering, node);
    const at = placeOf(lowering, node);
    // A macro between the words (`PRIu64`) is no text that is known.
    const value = parts.map((part) => (sourceOf(lowering, part).includes('"') ? textOf(lowering, part) : '')).join('');
    return { kind: 'literal', value, at };
  },
  null: (lowering, node) => ({ kind: 'literal', value: null, at: placeOf(lowering, node) }),
  nullptr: (lowering, node) => ({ kind: 'literal', value: null, at: placeOf(lowering, node) }),
  true: (lowering, node) => ({ kind: 'literal', value: true, at: placeOf(lowering, node) }),
  false: (lowering, node) => ({ kind: 'literal', value: false, at: placeOf(lowering, node) }),
};
