import type { Expression, Handler, IrFunction, Parameter, Place, Statement } from '#engine/analysis/ir.ts';
import { MAX_DEPTH } from '#engine/analysis/front-end.ts';
import { nodesInOrder, type Reader } from './broken-reader.ts';
import { readExpression, readItems, readRecord } from './broken-expression.ts';
import { methodHead } from './broken-method.ts';
import { lowerMember } from './class.ts';
import { lowerParameters } from './function.ts';
import type { Lowering } from './lowering.ts';
import { KIND } from './node-kind.ts';

const MODIFIERS: ReadonlySet<string> = new Set([
  'async',
  'static',
  'public',
  'private',
  'protected',
  'readonly',
  'abstract',
  'override',
  'declare',
  'get',
  'set',
  'export',
  'default',
  'const',
  'let',
  'var',
]);

/**
 * Reads neighbours that do not all parse: fragments, and what an unclosed bracket left in pieces.
 *
 * The pieces that parsed are taken as they are; the words and signs between them tell how they belong together.
 */
export function lowerBroken(context: Lowering, nodes: readonly number[], into: Statement[]): void {
  const reader: Reader = { context, nodes: nodesInOrder(context, nodes), at: 0, readBody };
  while (reader.at < reader.nodes.length) readStatement(reader, into);
}

function peek({ nodes, at }: Reader, ahead = 0): number {
  return nodes[at + ahead] ?? -1;
}

function word({ context, nodes, at }: Reader, ahead = 0): string {
  const node = nodes[at + ahead];
  return node !== undefined && context.kind(node) === KIND.sign ? context.source(node) : '';
}

/** Statements up to the closing brace, which is taken too, or to the end. */
function readBody(reader: Reader): Statement[] {
  const into: Statement[] = [];
  const { context } = reader;
  context.depth += 1;
  while (reader.at < reader.nodes.length && word(reader) !== '}') {
    if (context.depth >= MAX_DEPTH) reader.at += 1;
    else readStatement(reader, into);
  }
  context.depth -= 1;
  reader.at += 1;
  return into;
}

/** A block, an opened block, or the one statement that stands for it. */
function readBranch(reader: Reader): Statement[] {
  const node = peek(reader);
  if (node < 0) return [];
  if (reader.context.kind(node) === KIND.block) {
    reader.at += 1;
    return reader.context.statements(node);
  }
  if (word(reader) === '{') {
    reader.at += 1;
    return readBody(reader);
  }
  const into: Statement[] = [];
  reader.context.depth += 1;
  if (reader.context.depth < MAX_DEPTH) readStatement(reader, into);
  else reader.at += 1;
  reader.context.depth -= 1;
  return into;
}

/** Takes at least one node. */
function readStatement(reader: Reader, into: Statement[]): void {
  const { context } = reader;
  const from = reader.at;
  const decorators: Expression[] = [];
  const modifiers = new Set<string>();
  for (let node = peek(reader); node >= 0; node = peek(reader)) {
    if (context.kind(node) === KIND.decorator) decorators.push(context.expression(node));
    else if (isModifier(reader, node)) modifiers.add(context.source(node));
    else break;
    reader.at += 1;
  }
  const method = methodHead(reader);
  if (method !== undefined) {
    const { name, nameAt, length, parameters, before } = method;
    reader.at += length;
    const body = [...before, ...readBranch(reader)];
    const isAsync = method.isAsync || modifiers.has('async');
    const lowered: IrFunction = {
      name,
      nameAt,
      parameters,
      body,
      decorators,
      isAsync,
      isGenerator: false,
      isMethod: true,
      isStatic: modifiers.has('static'),
      at: placeFrom(reader, from),
    };
    into.push({ kind: 'function', function: lowered, at: lowered.at });
    return;
  }
  const node = peek(reader);
  if (node < 0) return;
  const kind = context.kind(node);
  if (kind === KIND.sign) readWord(reader, into, { isAsync: modifiers.has('async') });
  else if (word(reader, 1) === ':') {
    into.push({ kind: 'evaluate', value: readRecord(reader, from), at: placeFrom(reader, from) });
  } else if (kind === KIND.method || kind === KIND.field || kind === KIND.staticBlock) {
    lowerMember(context, node, decorators, into);
    reader.at += 1;
  } else if (isStatement(kind)) {
    context.statement(node, into);
    reader.at += 1;
  } else readEvaluated(reader, into);
  if (reader.at === from) reader.at += 1;
}

/** `static` and the like may have been read as names. */
function isModifier(reader: Reader, node: number): boolean {
  const kind = reader.context.kind(node);
  if (kind === KIND.accessibility) return true;
  if (kind !== KIND.sign && kind !== KIND.identifier && kind !== KIND.propertyName) return false;
  if (!MODIFIERS.has(reader.context.source(node)) || word(reader, 1) === ':') return false;
  const following = peek(reader, 1);
  if (following < 0) return false;
  const next = reader.context.kind(following);
  if (next === KIND.sign) return kind === KIND.sign || MODIFIERS.has(word(reader, 1)) || word(reader, 1) === 'function';
  return next !== KIND.formalParameters && next !== KIND.block && next !== KIND.arguments;
}

function isStatement(kind: number): boolean {
  switch (kind) {
    case KIND.statement:
    case KIND.expressionStatement:
    case KIND.ifStatement:
    case KIND.functionDeclaration:
    case KIND.classDeclaration:
    case KIND.block:
    case KIND.labeled:
    case KIND.importStatement:
    case KIND.internalModule:
    case KIND.typeSyntax:
      return true;
    default:
      return false;
  }
}

function placeFrom({ context, nodes, at }: Reader, from: number): Place {
  const first = nodes[from] ?? 0;
  const last = nodes[Math.min(at, nodes.length) - 1] ?? first;
  return { start: context.start(first), end: Math.max(context.end(last), context.start(first)) };
}

/** What a keyword or a sign begins. */
function readWord(reader: Reader, into: Statement[], { isAsync }: { readonly isAsync: boolean }): void {
  const from = reader.at;
  const first = word(reader);
  switch (first) {
    case '{':
      reader.at += 1;
      into.push({ kind: 'block', body: readBody(reader), at: placeFrom(reader, from) });
      return;
    case 'function':
      into.push(readFunction(reader, isAsync));
      return;
    case 'class':
      into.push(readClass(reader));
      return;
    case 'if':
    case 'while': {
      reader.at += 1;
      const test = readHead(reader);
      const then = readBranch(reader);
      const at = (): Place => placeFrom(reader, from);
      if (first === 'while') into.push({ kind: 'loop', test, body: then, at: at() });
      else into.push({ kind: 'if', test, then, otherwise: readElse(reader), at: at() });
      return;
    }
    case 'try': {
      reader.at += 1;
      const body = readBranch(reader);
      const handlers = word(reader) === 'catch' ? [readHandler(reader)] : [];
      into.push({ kind: 'try', body, handlers, otherwise: [], finally: [], at: placeFrom(reader, from) });
      return;
    }
    case 'catch': {
      const handlers = [readHandler(reader)];
      into.push({ kind: 'try', body: [], handlers, otherwise: [], finally: [], at: placeFrom(reader, from) });
      return;
    }
    case 'case':
      reader.at += 1;
      readEvaluated(reader, into);
      if (word(reader) === ':') reader.at += 1;
      return;
    case 'for':
    case 'switch':
    case 'with':
      reader.at += 1;
      into.push({ kind: 'evaluate', value: readHead(reader), at: placeFrom(reader, from) });
      return;
    case 'return':
    case 'throw': {
      reader.at += 1;
      const value = readExpression(reader);
      const kind = first === 'return' ? 'return' : 'raise';
      into.push({ kind, ...(value === undefined ? {} : { value }), at: placeFrom(reader, from) });
      return;
    }
    default:
      readEvaluated(reader, into);
  }
}

/** What stands in the parentheses after a keyword. */
function readHead(reader: Reader): Expression {
  const from = reader.at;
  const node = peek(reader);
  if (node >= 0 && reader.context.kind(node) === KIND.parenthesized) {
    reader.at += 1;
    return reader.context.expression(node);
  }
  if (word(reader) !== '(') return { kind: 'unknown', parts: [], at: placeFrom(reader, from) };
  reader.at += 1;
  const items = readItems(reader, ')');
  const [only] = items;
  if (items.length === 1 && only !== undefined) return only.value;
  return { kind: 'unknown', parts: items.map(({ value }) => value), at: placeFrom(reader, from) };
}

function readElse(reader: Reader): Statement[] {
  const node = peek(reader);
  if (node >= 0 && reader.context.kind(node) === KIND.elseClause) {
    reader.at += 1;
    const inner = reader.context.first(node);
    return inner < 0 ? [] : reader.context.block(inner);
  }
  if (word(reader) !== 'else') return [];
  reader.at += 1;
  return readBranch(reader);
}

function readHandler(reader: Reader): Handler {
  const from = reader.at;
  reader.at += 1;
  const hasName = word(reader) === '(' || reader.context.kind(peek(reader)) === KIND.parenthesized;
  const caught = hasName ? readHead(reader) : undefined;
  const name = caught?.kind === 'name' ? { name: caught.name } : {};
  const body = readBranch(reader);
  return { types: [], ...name, body, at: placeFrom(reader, from) };
}

/** `function`, a name, parameters and a body that may have no end. */
function readFunction(reader: Reader, isAsync: boolean): Statement {
  const { context } = reader;
  const from = reader.at;
  reader.at += 1;
  const isGenerator = word(reader) === '*';
  if (isGenerator) reader.at += 1;
  let name = '';
  let nameAt: Place = placeFrom(reader, from);
  if (context.kind(peek(reader)) === KIND.identifier) {
    name = context.source(peek(reader));
    nameAt = context.place(peek(reader));
    reader.at += 1;
  }
  const parameters: Parameter[] = [];
  const before: Statement[] = [];
  if (context.kind(peek(reader)) === KIND.formalParameters) {
    lowerParameters(context, peek(reader), { parameters, before });
    reader.at += 1;
  }
  const body = readBranch(reader);
  const at = placeFrom(reader, from);
  const common = { decorators: [], isAsync, isGenerator, isMethod: false, isStatic: false };
  return { kind: 'function', function: { name, nameAt, parameters, body, ...common, at }, at };
}

/** `class`, a name, bases and members that may have no end. */
function readClass(reader: Reader): Statement {
  const { context } = reader;
  const from = reader.at;
  reader.at += 1;
  let name = '';
  let nameAt: Place = placeFrom(reader, from);
  const bases: Expression[] = [];
  while (reader.at < reader.nodes.length && word(reader) !== '{') {
    const node = peek(reader);
    const kind = context.kind(node);
    if (kind === KIND.identifier && name === '') {
      name = context.source(node);
      nameAt = context.place(node);
    } else if (kind === KIND.heritage || kind === KIND.heritageClause) {
      const base = context.first(node);
      if (base >= 0 && kind === KIND.heritageClause) bases.push(context.expression(base));
      else if (base >= 0) bases.push(context.expression(context.kind(base) === KIND.heritageClause ? base + 2 : base));
    } else if (isStatement(kind)) break;
    reader.at += 1;
  }
  reader.at += 1;
  const body = readBody(reader);
  const at = placeFrom(reader, from);
  return { kind: 'class', class: { name, nameAt, bases, decorators: [], body, at }, at };
}

/** An expression, or an assignment. */
function readEvaluated(reader: Reader, into: Statement[]): void {
  const from = reader.at;
  const value = readExpression(reader);
  if (value === undefined) {
    reader.at = Math.max(reader.at, from + 1);
    return;
  }
  const sign = word(reader);
  const operator = /^(?:[-+*/%&|^]|\*\*|<<|>>>?|&&|\|\||\?\?)?=$/.test(sign) ? sign.slice(0, -1) : undefined;
  if (operator === undefined) {
    into.push({ kind: 'evaluate', value, at: placeFrom(reader, from) });
    return;
  }
  reader.at += 1;
  const assigned = readExpression(reader);
  const at = placeFrom(reader, from);
  into.push({
    kind: 'assign',
    targets: [value],
    value: assigned ?? { kind: 'unknown', parts: [], at },
    ...(operator === '' ? {} : { operator }),
    at,
  });
}
