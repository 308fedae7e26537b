import { MAX_DEPTH } from '#engine/analysis/front-end.ts';
import type {
  Argument,
  Expression,
  IrFunction,
  Parameter,
  Place,
  RecordEntry,
  Statement,
} from '#engine/analysis/ir.ts';
import { nodesInOrder, type Reader } from './broken-reader.ts';
import { combine, lowerArguments } from './chain.ts';
import { lowerEntry } from './expression.ts';
import { lowerParameters, parameterOf } from './function.ts';
import { decodeText } from './literal-text.ts';
import type { Lowering } from './lowering.ts';
import { KIND } from './node-kind.ts';

const PREFIXES: ReadonlySet<string> = new Set([
  'await',
  'new',
  'typeof',
  'void',
  'delete',
  'yield',
  'async',
  '!',
  '-',
  '+',
  '~',
  '...',
]);
/** More of them in a row are damage, and would be read again from each of them. */
const MOST_PREFIXES = 16;
const OPERATOR = /^(?:[-+*/%<>&|^]|\*\*|[=!]==?|[<>]=|<<|>>>?|&&|\|\||\?\?|in|instanceof)$/;

function node({ nodes, at }: Reader, ahead = 0): number {
  return nodes[at + ahead] ?? -1;
}

function kindOf(reader: Reader, ahead = 0): number {
  const found = node(reader, ahead);
  return found < 0 ? -1 : reader.context.kind(found);
}

function word(reader: Reader, ahead = 0): string {
  return kindOf(reader, ahead) === KIND.sign ? reader.context.source(node(reader, ahead)) : '';
}

function placeFrom({ context, nodes, at }: Reader, from: number): Place {
  const first = nodes[from] ?? 0;
  const last = nodes[Math.min(at, nodes.length) - 1] ?? first;
  return { start: context.start(first), end: Math.max(context.end(last), context.start(first)) };
}

/** Reads one expression out of pieces; `undefined`, and nothing taken, when none begins here. */
export function readExpression(reader: Reader): Expression | undefined {
  const { context } = reader;
  if (context.depth >= MAX_DEPTH) return undefined;
  const from = reader.at;
  context.depth += 1;
  let left = readOperand(reader);
  while (left !== undefined && OPERATOR.test(word(reader))) {
    const operator = word(reader);
    reader.at += 1;
    const right = readOperand(reader);
    if (right === undefined) break;
    left = combine({ operator, left, right, at: placeFrom(reader, from) });
  }
  context.depth -= 1;
  return left;
}

function readOperand(reader: Reader): Expression | undefined {
  const from = reader.at;
  let isNew = false;
  while (reader.at - from < MOST_PREFIXES && PREFIXES.has(word(reader))) {
    isNew = word(reader) === 'new';
    reader.at += 1;
  }
  let lowered = readPrimary(reader);
  if (lowered === undefined) {
    reader.at = from;
    return undefined;
  }
  for (;;) {
    const next = readLink(reader, { inner: lowered, from, isNew });
    if (next === undefined) return lowered;
    lowered = next;
    isNew = false;
  }
}

function readLink(
  reader: Reader,
  { inner, from, isNew }: { readonly inner: Expression; readonly from: number; readonly isNew: boolean },
): Expression | undefined {
  const { context } = reader;
  if (kindOf(reader) === KIND.arguments) {
    const list = lowerArguments(context, node(reader));
    reader.at += 1;
    return call({ callee: inner, list, isNew, at: placeFrom(reader, from) });
  }
  switch (word(reader)) {
    case '(': {
      reader.at += 1;
      const list = readItems(reader, ')');
      return call({ callee: inner, list, isNew, at: placeFrom(reader, from) });
    }
    case '[': {
      reader.at += 1;
      const [index] = readItems(reader, ']');
      const at = placeFrom(reader, from);
      return index === undefined ? inner : { kind: 'index', object: inner, index: index.value, at };
    }
    case '.':
    case '?.': {
      const kind = kindOf(reader, 1);
      if (kind !== KIND.identifier && kind !== KIND.propertyName && kind !== KIND.privateName) return undefined;
      const property = context.source(node(reader, 1));
      reader.at += 2;
      return { kind: 'member', object: inner, property, at: placeFrom(reader, from) };
    }
    default:
      return undefined;
  }
}

function call({
  callee,
  list,
  isNew,
  at,
}: {
  readonly callee: Expression;
  readonly list: readonly Argument[];
  readonly isNew: boolean;
  readonly at: Place;
}): Expression {
  return { kind: 'call', callee, arguments: list, ...(isNew ? { isNew } : {}), at };
}

function readPrimary(reader: Reader): Expression | undefined {
  const { context } = reader;
  const from = reader.at;
  const kind = kindOf(reader);
  if (kind < 0) return undefined;
  if (kind === KIND.formalParameters) return readFunction(reader);
  if (kind === KIND.identifier && word(reader, 1) === '=>') {
    const parameter = parameterOf(context.expression(node(reader)), { form: 'plain', at: context.place(node(reader)) });
    reader.at += 1;
    return finishFunction(reader, { from, parameters: [parameter], before: [] });
  }
  if (kind !== KIND.sign) {
    if (kind === KIND.statement || kind === KIND.expressionStatement || kind === KIND.block) return undefined;
    reader.at += 1;
    return context.expression(node(reader, -1));
  }
  switch (word(reader)) {
    case 'function':
      reader.at += word(reader, 1) === '*' ? 2 : 1;
      if (kindOf(reader) === KIND.identifier) reader.at += 1;
      return kindOf(reader) === KIND.formalParameters ? readFunction(reader) : unknown(reader, from, []);
    case '(': {
      reader.at += 1;
      const items = readItems(reader, ')');
      if (word(reader) === '=>') {
        const parameters = items.map(({ value }) => parameterOf(value, { form: 'plain', at: value.at }));
        return finishFunction(reader, { from, parameters, before: [] });
      }
      const [only] = items;
      if (items.length === 1 && only !== undefined) return only.value;
      return unknown(
        reader,
        from,
        items.map(({ value }) => value),
      );
    }
    case '[': {
      reader.at += 1;
      const items = readItems(reader, ']').map(({ value }) => value);
      return { kind: 'sequence', form: 'list', items, at: placeFrom(reader, from) };
    }
    case '{':
      reader.at += 1;
      return readRecord(reader, from);
    case '`':
      reader.at += 1;
      return readTemplate(reader, from);
    default:
      return undefined;
  }
}

function unknown(reader: Reader, from: number, parts: readonly Expression[]): Expression {
  return { kind: 'unknown', parts, at: placeFrom(reader, from) };
}

function readFunction(reader: Reader): Expression {
  const from = reader.at;
  const parameters: Parameter[] = [];
  const before: Statement[] = [];
  lowerParameters(reader.context, node(reader), { parameters, before });
  reader.at += 1;
  return finishFunction(reader, { from, parameters, before });
}

/** The rest of a function whose parameters are known. */
function finishFunction(
  reader: Reader,
  {
    from,
    parameters,
    before,
  }: { readonly from: number; readonly parameters: readonly Parameter[]; readonly before: readonly Statement[] },
): Expression {
  if (kindOf(reader) === KIND.typeSyntax) reader.at += 1;
  if (word(reader) === '=>') reader.at += 1;
  let body: readonly Statement[] = [];
  if (kindOf(reader) === KIND.block) {
    body = reader.context.statements(node(reader));
    reader.at += 1;
  } else if (word(reader) === '{') {
    reader.at += 1;
    body = reader.readBody(reader);
  } else {
    const value = readExpression(reader);
    if (value !== undefined) body = [{ kind: 'return', value, at: value.at }];
  }
  const at = placeFrom(reader, from);
  const lowered: IrFunction = {
    name: '',
    nameAt: { start: at.start, end: at.start },
    parameters,
    body: [...before, ...body],
    decorators: [],
    isAsync: false,
    isGenerator: false,
    isMethod: false,
    isStatic: false,
    at,
  };
  return { kind: 'function', function: lowered, at };
}

/** Expressions up to the closing sign, which is taken too; statements and the end close as well. */
export function readItems(reader: Reader, close: ')' | ']'): Argument[] {
  const found: Argument[] = [];
  while (reader.at < reader.nodes.length) {
    const sign = word(reader);
    if (sign === close) {
      reader.at += 1;
      break;
    }
    if (sign === ';' || sign === '}' || sign === ')' || sign === ']') break;
    if (kindOf(reader) === KIND.spread) {
      const inner = reader.context.first(node(reader));
      if (inner >= 0) found.push({ isSpread: true, value: reader.context.expression(inner) });
      reader.at += 1;
      continue;
    }
    const value = readExpression(reader);
    if (value !== undefined) found.push({ value });
    else if (sign === '') break;
    else reader.at += 1;
  }
  return found;
}

/** Members of an object literal without its braces: `a: 1, b: 2`, which begins like a label. */
export function lowerLooseMembers(context: Lowering, label: number, value: number): Expression {
  const nodes = [label];
  const end = context.next(value);
  for (let at = context.next(label); at < value; at = context.next(at)) nodes.push(at);
  for (let at = value + 1; at < end; at = context.next(at)) {
    if (context.kind(at) !== KIND.sequence) pushPieces(context, at, nodes);
    else for (let part = at + 1; part < context.next(at); part = context.next(part)) pushPieces(context, part, nodes);
  }
  const reader: Reader = { context, nodes: nodesInOrder(context, nodes), at: 0, readBody: () => [] };
  return readRecord(reader, 0);
}

/** `a: f(b)` is read as a call of `a` with an error in it: such a chain is taken apart again. */
function pushPieces(context: Lowering, chain: number, into: number[]): void {
  const tails: number[][] = [];
  let at = chain;
  let errors = 0;
  while (isChain(context.kind(at)) && context.next(at) > at + 1) {
    const tail: number[] = [];
    const end = context.next(at);
    for (let part = context.next(at + 1); part < end; part = context.next(part)) {
      if (context.kind(part) === KIND.error) errors += 1;
      tail.push(part);
    }
    tails.push(tail);
    at += 1;
  }
  if (errors === 0) into.push(chain);
  else into.push(at, ...tails.reverse().flat());
}

function isChain(kind: number): boolean {
  return kind === KIND.call || kind === KIND.member || kind === KIND.subscript || kind === KIND.binary;
}

/** Members of an object literal up to the closing brace, which is taken too. */
export function readRecord(reader: Reader, from: number): Expression {
  const { context } = reader;
  const entries: RecordEntry[] = [];
  while (reader.at < reader.nodes.length) {
    const sign = word(reader);
    if (sign === '}') {
      reader.at += 1;
      break;
    }
    if (sign === ';' || sign === ')') break;
    const kind = kindOf(reader);
    if (sign === '' && word(reader, 1) === ':') {
      const key = readKey(reader);
      reader.at += 2;
      const value = readExpression(reader);
      if (value !== undefined) entries.push({ key, value });
    } else if (kind === KIND.pair || kind === KIND.method || kind === KIND.shorthand || kind === KIND.spread) {
      entries.push(lowerEntry(context, node(reader)));
      reader.at += 1;
    } else if (sign === '') {
      const value = readExpression(reader);
      if (value === undefined) break;
      entries.push({ value });
    } else reader.at += 1;
  }
  return { kind: 'record', entries, at: placeFrom(reader, from) };
}

function readKey(reader: Reader): Expression {
  const key = node(reader);
  const kind = reader.context.kind(key);
  if (kind === KIND.string || kind === KIND.number || kind === KIND.computedName) return reader.context.expression(key);
  return { kind: 'literal', value: reader.context.source(key), at: reader.context.place(key) };
}

/** A template without its end: the words and holes that parsed. */
function readTemplate(reader: Reader, from: number): Expression {
  const { context } = reader;
  const parts: Expression[] = [];
  let start = context.end(node(reader, -1));
  const words = (end: number): void => {
    if (end <= start) return;
    parts.push({ kind: 'literal', value: decodeText(context.text.slice(start, end)), at: { start, end } });
  };
  for (let at = node(reader); at >= 0 && word(reader) !== '`'; at = node(reader)) {
    if (context.kind(at) === KIND.substitution) {
      words(context.start(at));
      parts.push(context.expression(at));
      start = context.end(at);
    }
    reader.at += 1;
  }
  words(context.end(node(reader, -1)));
  reader.at += 1;
  return { kind: 'template', parts, at: placeFrom(reader, from) };
}
