import type { CompareExpression, Expression, Place, UnaryOperator } from '#engine/analysis/ir.ts';
import {
  childOf,
  type ExpressionRule,
  type Lowering,
  lowerExpression,
  operatorOf,
  partsOf,
  placeOf,
} from './lowering.ts';
import { TYPED_NAMES } from '../typed-names.ts';
import { isNumberType, typeNameOf } from './declared-type.ts';

const COMPARISONS: Readonly<Record<string, CompareExpression['operator']>> = {
  '==': '==',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** Two values with a sign between them. */
export function binaryOf(operator: string, left: Expression, right: Expression, at: Place): Expression {
  if (operator === '&&' || operator === '||')
    return { kind: 'logical', operator: operator === '&&' ? 'and' : 'or', left, right, at };
  const comparison = Object.hasOwn(COMPARISONS, operator) ? COMPARISONS[operator] : undefined;
  if (comparison !== undefined) return { kind: 'compare', operator: comparison, left, right, at };
  return { kind: 'binary', operator, left, right, at };
}

const UNARY: Readonly<Record<string, UnaryOperator>> = { '!': 'not', '-': 'minus', '+': 'plus', '~': 'invert' };

/** Operators that do not nest on their left. */
export const operatorRules: Readonly<Record<string, ExpressionRule>> = {
  unary_expression: (lowering, node) => ({
    kind: 'unary',
    operator: UNARY[operatorOf(lowering, node)] ?? 'plus',
    operand: lowerExpression(lowering, childOf(lowering, node, 'operand')),
    at: placeOf(lowering, node),
  }),
  update_expression: lowerUpdate,
  assignment_expression: lowerAssignment,
  ternary_expression: (lowering, node) => ({
    kind: 'conditional',
    test: lowerExpression(lowering, childOf(lowering, node, 'condition')),
    then: lowerExpression(lowering, childOf(lowering, node, 'consequence')),
    otherwise: lowerExpression(lowering, childOf(lowering, node, 'alternative')),
    at: placeOf(lowering, node),
  }),
  instanceof_expression: lowerInstanceof,
  cast_expression: lowerCast,
};

function lowerUpdate(lowering: Lowering, node: number): Expression {
  const [operand] = partsOf(lowering, node);
  const at = placeOf(lowering, node);
  const target = lowerExpression(lowering, operand ?? -1);
  const sign = lowering.text.slice(at.start, at.end).includes('++') ? '+' : '-';
  return { kind: 'assignment', target, value: { kind: 'literal', value: 1, at }, operator: sign, at };
}

function lowerAssignment(lowering: Lowering, node: number): Expression {
  const operator = operatorOf(lowering, node).slice(0, -1);
  return {
    kind: 'assignment',
    target: lowerExpression(lowering, childOf(lowering, node, 'left')),
    value: lowerExpression(lowering, childOf(lowering, node, 'right')),
    ...(operator === '' ? {} : { operator }),
    at: placeOf(lowering, node),
  };
}

/** `x instanceof T name` is a test that gives the value a second name. */
function lowerInstanceof(lowering: Lowering, node: number): Expression {
  const at = placeOf(lowering, node);
  const left = lowerExpression(lowering, childOf(lowering, node, 'left'));
  const type = childOf(lowering, node, 'right');
  const typeName = type < 0 ? '' : typeNameOf(lowering, type);
  const right: Expression = { kind: 'name', name: typeName, at: type < 0 ? at : placeOf(lowering, type) };
  const test: Expression = { kind: 'compare', operator: 'instanceof', left, right, at };
  const named = childOf(lowering, node, 'name');
  if (named < 0) return test;
  const value: Expression = TYPED_NAMES.has(typeName)
    ? { kind: 'cast', type: { name: typeName }, operand: left, at: left.at }
    : left;
  const target: Expression = {
    kind: 'name',
    name: lowering.text.slice(lowering.tree.starts[named], lowering.tree.ends[named]),
    at: placeOf(lowering, named),
  };
  // Whatever the value is, it is not what decides.
  const bound: Expression = {
    kind: 'compare',
    operator: '!=',
    left: { kind: 'assignment', target, value, at },
    right: { kind: 'unknown', parts: [], at },
    at,
  };
  return { kind: 'logical', operator: 'and', left: test, right: bound, at };
}

function lowerCast(lowering: Lowering, node: number): Expression {
  const at = placeOf(lowering, node);
  const operand = lowerExpression(lowering, childOf(lowering, node, 'value'));
  const type = childOf(lowering, node, 'type');
  const name = type < 0 ? '' : typeNameOf(lowering, type);
  const isNumber = isNumberType(name) && operand.kind !== 'literal';
  return isNumber || TYPED_NAMES.has(name) ? { kind: 'cast', type: { name }, operand, at } : operand;
}
