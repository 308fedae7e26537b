import type { Argument, CompareExpression, Expression } from '#engine/analysis/ir.ts';
import type { Lowering } from './lowering.ts';
import { FIELD } from './node-field.ts';
import { KIND } from './node-kind.ts';

/**
 * Lowers what grows to the left: `a.b().c[0]`, `a + b + c`. A loop instead of a recursion, since thousands of links are
 * usual in what programs write.
 */
export function lowerChain(context: Lowering, node: number): Expression {
  const links: number[] = [];
  let at = node;
  let inner = innerOf(context, at);
  while (inner >= 0) {
    links.push(at);
    at = inner;
    inner = innerOf(context, at);
  }
  // The innermost is no link any more, or has lost what it grew on.
  let lowered: Expression = isLink(context.kind(at))
    ? { kind: 'unknown', parts: [], at: context.place(at) }
    : context.expression(at);
  for (let index = links.length - 1; index >= 0; index -= 1) {
    lowered = lowerLink(context, links[index] ?? node, lowered);
  }
  return lowered;
}

function isLink(kind: number): boolean {
  return (kind >= KIND.call && kind <= KIND.nonNull) || kind === KIND.parenthesized;
}

/** What a link grew on; -1 when it is none. */
function innerOf(context: Lowering, node: number): number {
  switch (context.kind(node)) {
    case KIND.call:
      return context.child(node, FIELD.function);
    case KIND.member:
    case KIND.subscript:
      return context.child(node, FIELD.object);
    case KIND.binary:
      return context.child(node, FIELD.left);
    case KIND.nonNull:
    case KIND.parenthesized:
      return context.first(node);
    default:
      return -1;
  }
}

function lowerLink(context: Lowering, node: number, inner: Expression): Expression {
  switch (context.kind(node)) {
    case KIND.call:
      return lowerCall(context, node, inner);
    case KIND.member: {
      const property = context.child(node, FIELD.property);
      const name = property < 0 ? '' : context.source(property);
      return { kind: 'member', object: inner, property: name, at: context.place(node) };
    }
    case KIND.subscript: {
      const index = context.child(node, FIELD.index);
      if (index < 0) return { kind: 'unknown', parts: [inner], at: context.place(node) };
      return { kind: 'index', object: inner, index: context.expression(index), at: context.place(node) };
    }
    case KIND.binary:
      return lowerBinary(context, node, inner);
    default:
      return inner;
  }
}

function lowerCall(context: Lowering, node: number, callee: Expression): Expression {
  const list = context.child(node, FIELD.arguments);
  const at = context.place(node);
  if (list >= 0 && context.kind(list) === KIND.template) {
    const template = context.expression(list);
    return template.kind === 'template'
      ? { ...template, tag: callee, at }
      : { kind: 'template', parts: [template], tag: callee, at };
  }
  return { kind: 'call', callee, arguments: list < 0 ? [] : lowerArguments(context, list), at };
}

/** The arguments between the parentheses of a call. */
export function lowerArguments(context: Lowering, list: number): Argument[] {
  const found: Argument[] = [];
  const end = context.next(list);
  for (let at = list + 1; at < end; at = context.next(at)) {
    const kind = context.kind(at);
    if (kind === KIND.sign || kind === KIND.comment) continue;
    if (kind === KIND.spread) {
      const value = context.first(at);
      if (value >= 0) found.push({ isSpread: true, value: context.expression(value) });
    } else {
      found.push({ value: context.expression(at) });
    }
  }
  return found;
}

const COMPARISONS: Readonly<Record<string, CompareExpression['operator']>> = {
  '==': '==',
  '===': '==',
  '!=': '!=',
  '!==': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  in: 'in',
  instanceof: 'instanceof',
};

function lowerBinary(context: Lowering, node: number, left: Expression): Expression {
  let operator = '';
  let rightNode = -1;
  const end = context.next(node);
  for (let at = node + 1; at < end; at = context.next(at)) {
    const field = context.field(at);
    if (field === FIELD.operator) operator = context.source(at);
    else if (field === FIELD.right && context.kind(at) !== KIND.comment) rightNode = at;
  }
  if (rightNode < 0) return left;
  return combine({ operator, left, right: context.expression(rightNode), at: context.place(node) });
}

/** An operation of two operands; the operator as JavaScript writes it. */
export function combine({
  operator,
  left,
  right,
  at,
}: Pick<Extract<Expression, { kind: 'binary' }>, 'operator' | 'left' | 'right' | 'at'>): Expression {
  if (operator === '&&') return { kind: 'logical', operator: 'and', left, right, at };
  if (operator === '||') return { kind: 'logical', operator: 'or', left, right, at };
  if (operator === '??') return { kind: 'logical', operator: 'coalesce', left, right, at };
  const comparison = Object.hasOwn(COMPARISONS, operator) ? COMPARISONS[operator] : undefined;
  if (comparison !== undefined) return { kind: 'compare', operator: comparison, left, right, at };
  return { kind: 'binary', operator, left, right, at };
}
