import { MAX_DEPTH } from '#engine/analysis/front-end.ts';
import type { Argument, Expression, Parameter, Place, Statement } from '#engine/analysis/ir.ts';
import { Kind } from './grammar-kinds.ts';
import {
  after,
  isExpression,
  kindOf,
  type Lowering,
  lowerExpression,
  lowerExpressions,
  lowerFirst,
  lowerStatement,
  placeOf,
  sourceOf,
} from './lowering.ts';
import { lowerParameter, lowerParameters } from './parameters.ts';

/**
 * What can be told of text that did not parse.
 *
 * The parser leaves it as a row of what it had recognised until then: whole statements, expressions, loose signs. Heads of
 * functions, assignments, returns and calls are put together again; the rest is dropped.
 */
export function recover(lowering: Lowering, node: number, out: Statement[]): void {
  if (lowering.depth >= MAX_DEPTH) return;
  lowering.depth += 1;
  recoverRange(lowering, enter(lowering, node + 1), after(lowering, node), out);
  lowering.depth -= 1;
}

/** What did not parse within what did not parse stands in the same row. */
function following(lowering: Lowering, node: number): number {
  return enter(lowering, after(lowering, node));
}

function enter(lowering: Lowering, node: number): number {
  let at = node;
  while (at < lowering.types.length && kindOf(lowering, at) === Kind.error) at += 1;
  return at;
}

function recoverRange(lowering: Lowering, first: number, end: number, out: Statement[]): void {
  let decorators: Expression[] = [];
  let child = first;
  while (child < end) {
    const kind = kindOf(lowering, child);
    if (kind === Kind.decorator) {
      decorators.push(lowerFirst(lowering, child));
      child = following(lowering, child);
    } else if (kind === Kind.async) {
      child = following(lowering, child);
    } else if (kind === Kind.def) {
      child = recoverFunction(lowering, { def: child, end, decorators, out });
      decorators = [];
    } else {
      child = recoverOne(lowering, child, end, out);
    }
  }
}

/** @returns the first sibling that is not used. */
function recoverOne(lowering: Lowering, child: number, end: number, out: Statement[]): number {
  const kind = kindOf(lowering, child);
  const rest = following(lowering, child);
  if (kind === Kind.return) return recoverReturn(lowering, child, end, out);
  else if (kind === Kind.for) return recoverFor(lowering, child, end, out);
  else if (isExpression(lowering, child)) return recoverValue(lowering, child, end, out);
  else if (!lowerStatement(lowering, child, out) && after(lowering, child) > child + 1) recover(lowering, child, out);
  return rest;
}

interface Head {
  readonly def: number;
  readonly end: number;
  readonly decorators: readonly Expression[];
  readonly out: Statement[];
}

function recoverFunction(lowering: Lowering, { def, end, decorators, out }: Head): number {
  const nameNode = following(lowering, def);
  if (nameNode >= end || kindOf(lowering, nameNode) !== Kind.identifier) return nameNode;
  if (lowering.depth + WEIGHT_OF_FUNCTION >= MAX_DEPTH) return nameNode;
  const { parameters, first } = recoverHead(lowering, following(lowering, nameNode), end);
  const column = indentOf(lowering, def);
  let child = first;
  while (child < end && columnOf(lowering, child) > column) child = following(lowering, child);
  const body: Statement[] = [];
  const { isGenerator: isOuterGenerator, isInClass } = lowering;
  lowering.isGenerator = false;
  lowering.isInClass = false;
  lowering.depth += WEIGHT_OF_FUNCTION;
  recoverRange(lowering, first, child, body);
  lowering.depth -= WEIGHT_OF_FUNCTION;
  const at: Place = {
    start: lowering.starts[def] ?? 0,
    end: lowering.ends[Math.max(nameNode, Math.min(child, end) - 1)] ?? 0,
  };
  out.push({
    kind: 'function',
    function: {
      name: sourceOf(lowering, nameNode),
      nameAt: placeOf(lowering, nameNode),
      parameters,
      body,
      decorators,
      isAsync: def > 0 && kindOf(lowering, def - 1) === Kind.async,
      isGenerator: lowering.isGenerator,
      isMethod: isInClass || parameters[0]?.name === 'self' || parameters[0]?.name === 'cls',
      isStatic: decorators.some((decorator) => decorator.kind === 'name' && decorator.name === 'staticmethod'),
      at,
    },
    at,
  });
  lowering.isGenerator = isOuterGenerator;
  lowering.isInClass = isInClass;
  if (child >= end) {
    lowering.openBody = body;
    lowering.openColumn = column;
  }
  return child;
}

/** @returns the parameters, and where the body begins. */
function recoverHead(lowering: Lowering, list: number, end: number): { parameters: Parameter[]; first: number } {
  const parameters: Parameter[] = [];
  let child = list;
  if (child < end && kindOf(lowering, child) === Kind.parameters) {
    parameters.push(...lowerParameters(lowering, child));
    child = following(lowering, child);
  } else if (child < end && kindOf(lowering, child) === Kind.open) {
    child = following(lowering, child);
    while (child < end) {
      const parameter = lowerParameter(lowering, child);
      if (parameter === undefined) break;
      parameters.push(parameter);
      child = following(lowering, child);
      if (child >= end || kindOf(lowering, child) !== Kind.comma) break;
      child = following(lowering, child);
    }
  }
  while (child < end && HEAD.has(lowering.typeNames[lowering.types[child] ?? 0] ?? ''))
    child = following(lowering, child);
  return { parameters, first: child };
}

/** What may stand between the parameters and the body. */
const HEAD = new Set([')', '->', 'type', ':']);

function recoverReturn(lowering: Lowering, word: number, end: number, out: Statement[]): number {
  const child = following(lowering, word);
  const at = placeOf(lowering, word);
  if (child >= end || !isExpression(lowering, child)) {
    out.push({ kind: 'return', at });
    return child;
  }
  const { value, rest } = readValue(lowering, child, end);
  out.push({ kind: 'return', value, at: { start: at.start, end: value.at.end } });
  return rest;
}

function recoverFor(lowering: Lowering, word: number, end: number, out: Statement[]): number {
  const left = following(lowering, word);
  const middle = left < end ? following(lowering, left) : end;
  const right = middle < end ? following(lowering, middle) : end;
  if (right >= end || kindOf(lowering, middle) !== Kind.in) return left;
  if (!isExpression(lowering, left) || !isExpression(lowering, right)) return left;
  const target = lowerExpression(lowering, left);
  const { value, rest } = readValue(lowering, right, end);
  const at = { start: lowering.starts[word] ?? 0, end: value.at.end };
  out.push({ kind: 'for-each', target, iterable: value, body: [], at });
  return rest;
}

function recoverValue(lowering: Lowering, child: number, end: number, out: Statement[]): number {
  const { value, rest } = readValue(lowering, child, end);
  if (rest < end && kindOf(lowering, rest) === Kind.equals) {
    const right = following(lowering, rest);
    if (right < end && isExpression(lowering, right)) {
      const read = readValue(lowering, right, end);
      const at = { start: value.at.start, end: read.value.at.end };
      out.push({ kind: 'assign', targets: [value], value: read.value, at });
      return read.rest;
    }
  }
  if (value.kind !== 'name' && value.kind !== 'literal') out.push({ kind: 'evaluate', value, at: value.at });
  return rest;
}

interface Read {
  readonly value: Expression;
  readonly rest: number;
}

const BINARY = new Set(['+', '-', '*', '/', '%', '//', '**', '@', '|', '&', '^', '<<', '>>']);

/** An expression, and what still belongs to it: `.name`, `(arguments`, `+ operand`. */
function readValue(lowering: Lowering, node: number, end: number): Read {
  let value = lowerExpression(lowering, node);
  let rest = following(lowering, node);
  while (rest < end) {
    const sign = lowering.typeNames[lowering.types[rest] ?? 0] ?? '';
    const operand = following(lowering, rest);
    if (sign === '(' && lowering.starts[rest] === value.at.end) {
      const read = readArguments(lowering, operand, end);
      const at = { start: value.at.start, end: Math.max(read.stop, lowering.ends[rest] ?? 0) };
      value = { kind: 'call', callee: value, arguments: read.found, at };
      rest = read.rest;
    } else if (isBracketed(lowering, rest) && lowering.starts[rest] === value.at.end) {
      const items = lowerExpressions(lowering, rest);
      const at = { start: value.at.start, end: lowering.ends[rest] ?? 0 };
      value = { kind: 'call', callee: value, arguments: items.map((item) => ({ value: item })), at };
      rest = operand;
    } else if (operand >= end || !isExpression(lowering, operand)) break;
    else if (sign === '.' && kindOf(lowering, operand) === Kind.identifier) {
      const at = { start: value.at.start, end: lowering.ends[operand] ?? 0 };
      value = { kind: 'member', object: value, property: sourceOf(lowering, operand), at };
      rest = following(lowering, operand);
    } else if (BINARY.has(sign)) {
      const right = lowerExpression(lowering, operand);
      const at = { start: value.at.start, end: right.at.end };
      value = { kind: 'binary', operator: sign, left: value, right, at };
      rest = following(lowering, operand);
    } else break;
  }
  return { value, rest };
}

function isBracketed(lowering: Lowering, node: number): boolean {
  const kind = kindOf(lowering, node);
  return kind === Kind.tuple || kind === Kind.tuplePattern || kind === Kind.parenthesized;
}

interface ReadArguments {
  readonly found: Argument[];
  readonly rest: number;
  readonly stop: number;
}

/** Arguments up to a bracket that closes them; without a comma between, the next one is no argument. */
function readArguments(lowering: Lowering, first: number, end: number): ReadArguments {
  const found: Argument[] = [];
  let stop = 0;
  let rest = first;
  const isShallow = lowering.depth < MAX_DEPTH;
  lowering.depth += 1;
  while (rest < end && isShallow) {
    const kind = kindOf(lowering, rest);
    if (kind === Kind.keywordArgument) {
      found.push({ name: sourceOf(lowering, rest + 1), value: lowerFirst(lowering, rest) });
      stop = lowering.ends[rest] ?? 0;
      rest = following(lowering, rest);
    } else if (isExpression(lowering, rest)) {
      let read = readValue(lowering, rest, end);
      let name: string | undefined;
      if (read.value.kind === 'name' && read.rest < end && kindOf(lowering, read.rest) === Kind.equals) {
        const right = following(lowering, read.rest);
        if (right < end && isExpression(lowering, right)) {
          name = read.value.name;
          read = readValue(lowering, right, end);
        }
      }
      found.push({ ...(name === undefined ? {} : { name }), value: read.value });
      stop = read.value.at.end;
      rest = read.rest;
    }
    if (rest >= end) break;
    const sign = kindOf(lowering, rest);
    if (sign === Kind.close) stop = lowering.ends[rest] ?? 0;
    if (sign !== Kind.close && sign !== Kind.comma) break;
    rest = following(lowering, rest);
    if (sign === Kind.close) break;
  }
  lowering.depth -= 1;
  return { found, rest, stop };
}

/** Beyond it a line is no longer indented by a person. */
const WIDEST = 400;

/** How far a node stands from the beginning of its line; very far when it is not the first there. */
export function columnOf(lowering: Lowering, node: number): number {
  const start = lowering.starts[node] ?? 0;
  for (let column = 0; column < WIDEST; column += 1) {
    const before = lowering.text.charCodeAt(start - column - 1);
    // Nothing stands before the beginning of the text.
    if (before === LINE_FEED || Number.isNaN(before)) return column;
    if (before !== SPACE && before !== TAB) return WIDEST;
  }
  return WIDEST;
}

/** How far the line of a node is indented. */
function indentOf(lowering: Lowering, node: number): number {
  const start = lowering.starts[node] ?? 0;
  const { text } = lowering;
  let indent = 0;
  for (let at = start - 1; at >= 0 && start - at < WIDEST; at -= 1) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) break;
    indent = code === SPACE || code === TAB ? indent + 1 : 0;
  }
  return indent;
}

const LINE_FEED = 10;
const SPACE = 32;
const TAB = 9;
/** Functions within functions that did not parse, each of which is searched for its end, are few. */
const WEIGHT_OF_FUNCTION = 20;
