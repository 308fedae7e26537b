import type { Argument, Expression, Place, UnaryOperator } from '#engine/analysis/ir.ts';
import { decodeCharacter, decodeNumber, decodeString } from './literal-text.ts';
import { combine } from './operators.ts';

/** Texts of macros that are longer are no constants. */
const LONGEST = 2_000;
const DEEPEST = 40;

const TOKEN =
  /\s+|\\\r?\n|\/\*(?:[^*]|\*(?!\/))*\*\/|\/\/[^\n]*|(?<number>\.?\d[\w.']*)|(?<text>(?:L|u8|u|U)?"(?:[^"\\]|\\[\s\S])*")|(?<char>(?:L|u8|u|U)?'(?:[^'\\]|\\[\s\S])+')|(?<word>[A-Za-z_]\w*)|(?<sign><<|>>|<=|>=|==|!=|&&|\|\||->|[-+*/%&|^~!<>?:(),.[\]])/y;

interface Token {
  readonly kind: 'number' | 'text' | 'char' | 'word' | 'sign' | 'end';
  readonly source: string;
  readonly start: number;
}

const BINARY: Readonly<Record<string, number>> = {
  '*': 10,
  '/': 10,
  '%': 10,
  '+': 9,
  '-': 9,
  '<<': 8,
  '>>': 8,
  '<': 7,
  '>': 7,
  '<=': 7,
  '>=': 7,
  '==': 6,
  '!=': 6,
  '&': 5,
  '^': 4,
  '|': 3,
  '&&': 2,
  '||': 1,
};
const UNARY: Readonly<Record<string, UnaryOperator>> = {
  '-': 'minus',
  '+': 'plus',
  '!': 'not',
  '~': 'invert',
  '*': 'deref',
  '&': 'address',
};
const TYPE_WORD =
  /^(?:unsigned|signed|char|short|int|long|float|double|void|bool|const|struct|size_t|ssize_t|u?int(?:8|16|32|64|ptr)_t|FILE|std)$/;
const KEYWORD = /^(?:do|while|for|if|else|return|switch|case|goto|static|extern|typedef|break|continue|inline|sizeof)$/;

/** What a macro stands for, when that is an expression; its text is no part of the syntax tree. */
export function parseMacro(text: string, offset: number): Expression | undefined {
  if (text.length > LONGEST) return undefined;
  const tokens = tokensOf(text, offset);
  if (tokens === undefined) return undefined;
  const end = offset + text.length;
  let at = 0;
  let depth = 0;

  const peek = (): Token => tokens[at] ?? { kind: 'end', source: '', start: end };
  const accept = (sign: string): boolean => {
    const token = peek();
    if (token.kind !== 'sign' || token.source !== sign) return false;
    at += 1;
    return true;
  };
  const placeFrom = (start: number): Place => {
    const last = tokens[at - 1];
    return { start, end: last === undefined ? end : last.start + last.source.length };
  };

  const conditional = (): Expression | undefined => {
    depth += 1;
    if (depth > DEEPEST) return undefined;
    const { start } = peek();
    const test = binary(1);
    if (test !== undefined && accept('?')) {
      const then = conditional();
      const otherwise = then !== undefined && accept(':') ? conditional() : undefined;
      depth -= 1;
      if (then === undefined || otherwise === undefined) return undefined;
      return { kind: 'conditional', test, then, otherwise, at: placeFrom(start) };
    }
    depth -= 1;
    return test;
  };

  const binary = (least: number): Expression | undefined => {
    const { start } = peek();
    let left = unary();
    while (left !== undefined) {
      const { kind, source } = peek();
      const rank = kind === 'sign' ? BINARY[source] : undefined;
      if (rank === undefined || rank < least) return left;
      at += 1;
      const right = binary(rank + 1);
      if (right === undefined) return undefined;
      left = combine(source, left, right, placeFrom(start));
    }
    return undefined;
  };

  const unary = (): Expression | undefined => {
    const { kind, source, start } = peek();
    const operator = kind === 'sign' ? UNARY[source] : undefined;
    if (operator === undefined) return postfix();
    at += 1;
    depth += 1;
    const operand = depth > DEEPEST ? undefined : unary();
    depth -= 1;
    if (operand === undefined) return undefined;
    if (operator === 'minus' && operand.kind === 'literal' && typeof operand.value === 'number') {
      return { kind: 'literal', value: -operand.value, at: placeFrom(start) };
    }
    return { kind: 'unary', operator, operand, at: placeFrom(start) };
  };

  const postfix = (): Expression | undefined => {
    const { start } = peek();
    let value = primary();
    while (value !== undefined) {
      if (accept('(')) {
        const given = list();
        if (given === undefined) return undefined;
        value = { kind: 'call', callee: value, arguments: given, at: placeFrom(start) };
      } else if (accept('[')) {
        const index = conditional();
        if (index === undefined || !accept(']')) return undefined;
        value = { kind: 'index', object: value, index, at: placeFrom(start) };
      } else if (accept('.') || accept('->')) {
        const isArrow = tokens[at - 1]?.source === '->';
        const property = peek();
        if (property.kind !== 'word') return undefined;
        at += 1;
        const object: Expression = isArrow ? { kind: 'unary', operator: 'deref', operand: value, at: value.at } : value;
        value = { kind: 'member', object, property: property.source, at: placeFrom(start) };
      } else return value;
    }
    return undefined;
  };

  const list = (): Argument[] | undefined => {
    const given: Argument[] = [];
    if (accept(')')) return given;
    for (;;) {
      const value = conditional();
      if (value === undefined) return undefined;
      given.push({ value });
      if (accept(')')) return given;
      if (!accept(',')) return undefined;
    }
  };

  const primary = (): Expression | undefined => {
    const { kind, source, start } = peek();
    if (kind === 'sign' && source === '(') {
      at += 1;
      if (skipCast()) return unary();
      const inner = conditional();
      return inner !== undefined && accept(')') ? inner : undefined;
    }
    if (kind === 'sign' || kind === 'end') return undefined;
    at += 1;
    const place = placeFrom(start);
    if (kind === 'number') {
      const value = decodeNumber(source);
      return value === undefined ? undefined : { kind: 'literal', value, at: place };
    }
    if (kind === 'char') return { kind: 'literal', form: 'char', value: decodeCharacter(source), at: place };
    if (kind === 'word') {
      if (KEYWORD.test(source) || TYPE_WORD.test(source)) return undefined;
      if (source === 'NULL' || source === 'nullptr') return { kind: 'literal', value: null, at: place };
      if (source === 'true' || source === 'false') return { kind: 'literal', value: source === 'true', at: place };
      return { kind: 'name', name: source, at: place };
    }
    let value = decodeString(source);
    while (peek().kind === 'text') {
      value += decodeString(peek().source);
      at += 1;
    }
    return { kind: 'literal', value, at: placeFrom(start) };
  };

  /** `(unsigned char *)` before what it casts. */
  const skipCast = (): boolean => {
    let ahead = at;
    let words = 0;
    for (;;) {
      const token = tokens[ahead];
      if (token === undefined) return false;
      if (token.kind === 'word' && TYPE_WORD.test(token.source)) words += 1;
      else if (token.source !== '*') break;
      ahead += 1;
    }
    if (words === 0 || tokens[ahead]?.source !== ')') return false;
    at = ahead + 1;
    return true;
  };

  const value = conditional();
  return value !== undefined && at === tokens.length ? value : undefined;
}

function tokensOf(text: string, offset: number): Token[] | undefined {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) return undefined;
    const { number, text: quoted, char, word, sign } = match.groups ?? {};
    const at = offset + start;
    if (number !== undefined) tokens.push({ kind: 'number', source: number, start: at });
    else if (quoted !== undefined) tokens.push({ kind: 'text', source: quoted, start: at });
    else if (char !== undefined) tokens.push({ kind: 'char', source: char, start: at });
    else if (word !== undefined) tokens.push({ kind: 'word', source: word, start: at });
    else if (sign !== undefined) tokens.push({ kind: 'sign', source: sign, start: at });
  }
  return tokens.length === 0 ? undefined : tokens;
}
