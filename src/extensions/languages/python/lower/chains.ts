import type { Argument, Expression } from '#engine/analysis/ir.ts';
import { Field, Kind } from './grammar-kinds.ts';
import {
  after,
  expressionFrom,
  fieldOf,
  isExpression,
  kindOf,
  type Lowering,
  lowerExpression,
  lowerFirst,
  placeOf,
  sourceOf,
  unknownAt,
} from './lowering.ts';

/**
 * What nests on its left: `a.b(c)[d] + e and f`.
 *
 * Such chains are as long as whoever wrote them liked, so they are walked down to the leftmost operand and built on the
 * way back, without recursion.
 */
export function lowerChain(lowering: Lowering, top: number): Expression {
  let node = top;
  let isBroken = false;
  while (isLink(kindOf(lowering, node))) {
    const end = after(lowering, node);
    const operand = expressionFrom(lowering, node + 1, end);
    isBroken = operand >= end;
    if (isBroken) break;
    node = operand;
  }
  let value = isBroken || node === top ? unknownAt(lowering, node) : lowerExpression(lowering, node);
  while (node !== top) {
    const link = lowering.parents[node] ?? top;
    value = wrap(lowering, link, after(lowering, node), value);
    node = link;
  }
  return value;
}

function isLink(kind: number): boolean {
  return kind >= Kind.call && kind <= Kind.parenthesized;
}

/** @param rest The first child after the leftmost operand. */
function wrap(lowering: Lowering, node: number, rest: number, operand: Expression): Expression {
  switch (kindOf(lowering, node)) {
    case Kind.attribute:
      return {
        kind: 'member',
        object: operand,
        property: propertyOf(lowering, node, rest),
        at: placeOf(lowering, node),
      };
    case Kind.call:
      return {
        kind: 'call',
        callee: operand,
        arguments: argumentsOf(lowering, node, rest),
        at: placeOf(lowering, node),
      };
    case Kind.subscript:
      return { kind: 'index', object: operand, index: indexOf(lowering, node, rest), at: placeOf(lowering, node) };
    case Kind.binary: {
      if (kindOf(lowering, rest) === Kind.error) return lowerBroken(lowering, node, rest, operand);
      const operator = operatorOf(lowering, node, rest);
      return {
        kind: 'binary',
        operator,
        left: operand,
        right: rightOf(lowering, node, rest),
        at: placeOf(lowering, node),
      };
    }
    case Kind.boolean: {
      const operator = operatorOf(lowering, node, rest) === 'or' ? 'or' : 'and';
      return {
        kind: 'logical',
        operator,
        left: operand,
        right: rightOf(lowering, node, rest),
        at: placeOf(lowering, node),
      };
    }
    default:
      return operand;
  }
}

/** Python 2's `exec "…" % a`, which the grammar takes for `exec % a` with a fault between. */
function lowerBroken(lowering: Lowering, node: number, fault: number, callee: Expression): Expression {
  const operator = operatorOf(lowering, node, fault);
  const right = rightOf(lowering, node, fault);
  const at = placeOf(lowering, node);
  const isStatement = callee.kind === 'name' && (callee.name === 'exec' || callee.name === 'print');
  if (!isStatement) return { kind: 'binary', operator, left: callee, right, at };
  const left = lowerFirst(lowering, fault);
  const value: Expression = { kind: 'binary', operator, left, right, at: { start: left.at.start, end: at.end } };
  return { kind: 'call', callee, arguments: [{ value }], at };
}

function propertyOf(lowering: Lowering, node: number, rest: number): string {
  const end = after(lowering, node);
  for (let child = rest; child < end; child = after(lowering, child)) {
    if (fieldOf(lowering, child) === Field.attribute) return sourceOf(lowering, child);
  }
  return '';
}

function operatorOf(lowering: Lowering, node: number, rest: number): string {
  const end = after(lowering, node);
  for (let child = rest; child < end; child = after(lowering, child)) {
    if (fieldOf(lowering, child) === Field.operator) return lowering.typeNames[lowering.types[child] ?? 0] ?? '';
  }
  return '';
}

function rightOf(lowering: Lowering, node: number, rest: number): Expression {
  const end = after(lowering, node);
  const right = expressionFrom(lowering, rest, end);
  return right < end ? lowerExpression(lowering, right) : unknownAt(lowering, node);
}

function indexOf(lowering: Lowering, node: number, rest: number): Expression {
  const end = after(lowering, node);
  const items: Expression[] = [];
  let start = -1;
  let isTuple = false;
  for (let child = rest; child < end; child = after(lowering, child)) {
    if (isExpression(lowering, child)) {
      if (start < 0) start = lowering.starts[child] ?? 0;
      items.push(lowerExpression(lowering, child));
    } else if (kindOf(lowering, child) === Kind.comma) isTuple = true;
  }
  const [first] = items;
  if (first === undefined) return unknownAt(lowering, node);
  if (!isTuple) return first;
  return { kind: 'sequence', form: 'tuple', items, at: { start, end: items.at(-1)?.at.end ?? start } };
}

function argumentsOf(lowering: Lowering, node: number, rest: number): Argument[] {
  const end = after(lowering, node);
  for (let child = rest; child < end; child = after(lowering, child)) {
    const kind = kindOf(lowering, child);
    if (kind === Kind.argumentList) return lowerArguments(lowering, child);
    if (kind === Kind.generator) return [{ value: lowerExpression(lowering, child) }];
  }
  return [];
}

/** `(a, *b, c=d, **e)`. */
export function lowerArguments(lowering: Lowering, list: number): Argument[] {
  const end = after(lowering, list);
  const found: Argument[] = [];
  for (let child = list + 1; child < end; child = after(lowering, child)) {
    switch (kindOf(lowering, child)) {
      case Kind.keywordArgument:
        found.push(lowerKeyword(lowering, child));
        break;
      case Kind.listSplat:
        found.push({ isSpread: true, value: lowerFirst(lowering, child) });
        break;
      case Kind.dictionarySplat:
        found.push({ isSpread: true, isRecord: true, value: lowerFirst(lowering, child) });
        break;
      default:
        if (isExpression(lowering, child)) found.push({ value: lowerExpression(lowering, child) });
    }
  }
  return found;
}

function lowerKeyword(lowering: Lowering, node: number): Argument {
  const end = after(lowering, node);
  let name = '';
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    const field = fieldOf(lowering, child);
    if (field === Field.name) name = sourceOf(lowering, child);
    else if (field === Field.value) return { name, value: lowerExpression(lowering, child) };
  }
  return { name, value: unknownAt(lowering, node) };
}
