import type { CompareExpression, Expression, Place } from '#engine/analysis/ir.ts';

const COMPARE: Readonly<Record<string, CompareExpression['operator']>> = {
  '==': '==',
  '!=': '!=',
  not_eq: '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

const LOGICAL: Readonly<Record<string, 'and' | 'or'>> = { '&&': 'and', and: 'and', '||': 'or', or: 'or' };
const BITS: Readonly<Record<string, string>> = { bitand: '&', bitor: '|', xor: '^' };

/** Two operands and the sign between them. */
export function combine(operator: string, left: Expression, right: Expression, at: Place): Expression {
  const compare = COMPARE[operator];
  if (compare !== undefined) return { kind: 'compare', operator: compare, left, right, at };
  const logical = LOGICAL[operator];
  if (logical !== undefined) return { kind: 'logical', operator: logical, left, right, at };
  return { kind: 'binary', operator: BITS[operator] ?? operator, left, right, at };
}
