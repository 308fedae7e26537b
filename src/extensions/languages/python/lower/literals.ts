import type { Expression } from '#engine/analysis/ir.ts';
import { type ExpressionRule, type Lowering, placeOf, sourceOf, unknownAt } from './lowering.ts';

/** Numbers and the constants that have a word of their own. */
export const literalRules: Readonly<Record<string, ExpressionRule>> = {
  integer: lowerNumber,
  float: lowerNumber,
  true: (lowering, node) => ({ kind: 'literal', value: true, at: placeOf(lowering, node) }),
  false: (lowering, node) => ({ kind: 'literal', value: false, at: placeOf(lowering, node) }),
  none: (lowering, node) => ({ kind: 'literal', value: null, at: placeOf(lowering, node) }),
  ellipsis: (lowering, node) => ({ kind: 'name', name: 'Ellipsis', at: placeOf(lowering, node) }),
};

function lowerNumber(lowering: Lowering, node: number): Expression {
  const value = numberOf(sourceOf(lowering, node));
  return Number.isNaN(value) ? unknownAt(lowering, node) : { kind: 'literal', value, at: placeOf(lowering, node) };
}

function numberOf(written: string): number {
  const plain = Number(written);
  // A leading zero made a number octal in Python 2.
  if (!Number.isNaN(plain) && (written.length === 1 || !/^0[0-7]+$/.test(written))) return plain;
  const digits = written.replaceAll('_', '').replace(/[jJlL]$/, '');
  return /^0[0-7]+$/.test(digits) ? parseInt(digits, 8) : Number(digits);
}
