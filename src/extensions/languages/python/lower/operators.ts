import type { CompareExpression, Expression } from '#engine/analysis/ir.ts';
import { Field, Kind } from './grammar-kinds.ts';
import {
  after,
  type ExpressionRule,
  expressionFrom,
  fieldOf,
  isExpression,
  kindOf,
  type Lowering,
  lowerExpression,
  lowerExpressions,
  lowerFirst,
  placeOf,
  sourceOf,
  unknownAt,
} from './lowering.ts';

/** Operators that do not nest on their left. */
export const operatorRules: Readonly<Record<string, ExpressionRule>> = {
  comparison_operator: lowerComparison,
  not_operator: (lowering, node) => ({
    kind: 'unary',
    operator: 'not',
    operand: lowerFirst(lowering, node),
    at: placeOf(lowering, node),
  }),
  unary_operator: lowerUnary,
  conditional_expression: lowerConditional,
  named_expression: lowerNamed,
  as_pattern: lowerAs,
  await: (lowering, node) => ({
    kind: 'unary',
    operator: 'await',
    operand: lowerFirst(lowering, node),
    at: placeOf(lowering, node),
  }),
  yield: lowerYield,
};

const COMPARISONS: Readonly<Record<string, CompareExpression['operator']>> = {
  '==': '==',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  in: 'in',
  'not in': 'not in',
  is: 'is',
  'is not': 'is not',
};

/** `a < b < c` is `a < b and b < c`. */
function lowerComparison(lowering: Lowering, node: number): Expression {
  const end = after(lowering, node);
  let left: Expression | undefined;
  let operator: CompareExpression['operator'] = '==';
  let whole: Expression | undefined;
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    if (fieldOf(lowering, child) === Field.operators) {
      operator = COMPARISONS[lowering.typeNames[lowering.types[child] ?? 0] ?? ''] ?? '==';
    } else if (isExpression(lowering, child)) {
      const right = lowerExpression(lowering, child);
      if (left !== undefined) whole = joined(whole, { kind: 'compare', operator, left, right, at: span(left, right) });
      left = right;
    }
  }
  return whole ?? left ?? unknownAt(lowering, node);
}

function joined(whole: Expression | undefined, next: Expression): Expression {
  if (whole === undefined) return next;
  return { kind: 'logical', operator: 'and', left: whole, right: next, at: span(whole, next) };
}

function span(left: Expression, right: Expression): { start: number; end: number } {
  return { start: left.at.start, end: right.at.end };
}

function lowerUnary(lowering: Lowering, node: number): Expression {
  const sign = lowering.text[lowering.starts[node] ?? 0];
  const operator = sign === '-' ? 'minus' : sign === '~' ? 'invert' : 'plus';
  return { kind: 'unary', operator, operand: lowerFirst(lowering, node), at: placeOf(lowering, node) };
}

function lowerConditional(lowering: Lowering, node: number): Expression {
  const end = after(lowering, node);
  const then = expressionFrom(lowering, node + 1, end);
  const test = then < end ? expressionFrom(lowering, after(lowering, then), end) : end;
  const otherwise = test < end ? expressionFrom(lowering, after(lowering, test), end) : end;
  if (otherwise >= end)
    return { kind: 'unknown', parts: lowerExpressions(lowering, node), at: placeOf(lowering, node) };
  return {
    kind: 'conditional',
    test: lowerExpression(lowering, test),
    then: lowerExpression(lowering, then),
    otherwise: lowerExpression(lowering, otherwise),
    at: placeOf(lowering, node),
  };
}

function lowerNamed(lowering: Lowering, node: number): Expression {
  const [target, value] = lowerExpressions(lowering, node);
  if (target === undefined || value === undefined) return target ?? unknownAt(lowering, node);
  return { kind: 'assignment', target, value, at: placeOf(lowering, node) };
}

/** `value as target`: of `with`, of `except`, and of patterns, where the alias is a bare identifier. */
function lowerAs(lowering: Lowering, node: number): Expression {
  const [value, target] = lowerExpressions(lowering, node);
  if (target === undefined || value === undefined) return value ?? unknownAt(lowering, node);
  return { kind: 'assignment', target, value, at: placeOf(lowering, node) };
}

function lowerYield(lowering: Lowering, node: number): Expression {
  lowering.isGenerator = true;
  const end = after(lowering, node);
  const child = expressionFrom(lowering, node + 1, end);
  const at = placeOf(lowering, node);
  const operand: Expression =
    child < end
      ? lowerExpression(lowering, child)
      : { kind: 'literal', value: null, at: { start: at.end, end: at.end } };
  return { kind: 'unary', operator: 'yield', operand, at };
}

/** A name as written; one that the parser invented is unknown. */
export function lowerName(lowering: Lowering, node: number): Expression {
  const name = sourceOf(lowering, node);
  return name === '' ? unknownAt(lowering, node) : { kind: 'name', name, at: placeOf(lowering, node) };
}

/** `a.b.c`, where the grammar gives the names side by side. */
export function lowerDottedName(lowering: Lowering, node: number): Expression {
  const end = after(lowering, node);
  let value: Expression | undefined;
  const start = lowering.starts[node] ?? 0;
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    if (kindOf(lowering, child) !== Kind.identifier) continue;
    value =
      value === undefined
        ? lowerName(lowering, child)
        : {
            kind: 'member',
            object: value,
            property: sourceOf(lowering, child),
            at: { start, end: lowering.ends[child] ?? start },
          };
  }
  return value ?? unknownAt(lowering, node);
}
