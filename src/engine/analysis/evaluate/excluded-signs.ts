import type { SinkKind } from '../flow-kinds.ts';
import type { Expression } from '../ir.ts';
import type { Value } from '../value.ts';
import { kindsWithout, kindsWithoutSigns } from './kinds-without.ts';
import type { Machine } from './machine.ts';

/** Comparisons in one condition that are looked at together. */
const MOST_COMPARED = 24;

/** A character of a text, and the kinds of sink that need signs which it is not. */
export interface Excluded {
  readonly item: Value;
  readonly kinds: readonly SinkKind[];
}

/**
 * What the outcome of a condition says of the characters of a text: where `c == ';' || c == '|' || c == '&'` does not hold
 * there is none of these signs, and where `text[i] == '.' && text[i + 1] == '.'` does not, no way up.
 */
export function excludedSigns(machine: Machine, test: Expression, outcome: boolean): Excluded | undefined {
  if (test.kind !== 'logical' || test.operator === 'coalesce') return undefined;
  const isNone = (test.operator === 'or') === !outcome;
  const isPair = test.operator === 'and' && !outcome;
  if (!isNone && !isPair) return undefined;
  const compared = comparisonsIn(test, test.operator, test.operator === 'and' && outcome ? '!=' : '==');
  if (compared === undefined || compared.length > MOST_COMPARED) return undefined;
  const items = compared.map(({ left }) => machine.again(left));
  const signs = compared.map(({ right }) => signOf(machine.again(right)));
  const [item] = items;
  if (item === undefined || item.taints.length === 0 || signs.includes(undefined)) return undefined;
  if (!items.every((other) => isSameText(item, other))) return undefined;
  if (isPair) return signs.join('') === '..' ? { item, kinds: kindsWithout('..') } : undefined;
  return { item, kinds: kindsWithoutSigns(signs.join('')) };
}

function isSameText(a: Value, b: Value): boolean {
  return a.taints.every(({ source }) => b.taints.some((other) => other.source === source));
}

function signOf({ constant }: Value): string | undefined {
  const value = constant?.value;
  if (typeof value === 'number') return String.fromCharCode(value);
  return typeof value === 'string' && value.length === 1 ? value : undefined;
}

type Comparison = Extract<Expression, { kind: 'compare' }>;

/** The comparisons that a chain of one operator is made of; `undefined` when there is anything else in it. */
function comparisonsIn(
  test: Expression,
  chain: 'and' | 'or',
  operator: '==' | '!=',
): readonly Comparison[] | undefined {
  if (test.kind === 'logical' && test.operator === chain) {
    const left = comparisonsIn(test.left, chain, operator);
    const right = left === undefined ? undefined : comparisonsIn(test.right, chain, operator);
    return left === undefined || right === undefined ? undefined : [...left, ...right];
  }
  return test.kind === 'compare' && test.operator === operator ? [test] : undefined;
}
