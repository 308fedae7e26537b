import type { Expression } from '../ir.ts';
import type { TextPart, Value } from '../value.ts';

/**
 * The shape of a text as its expression shows it, where no fact has its value: literals are words, everything else is a hole
 * of which the expression is known and nothing else. `undefined` when it is put together of nothing.
 */
export function writtenText(expression: Expression): Value | undefined {
  const parts = partsOf(expression, 0);
  if (parts.length < 2 || !parts.some((part) => typeof part === 'string')) return undefined;
  return { taints: [], traits: [], parts, origin: expression };
}

const DEEPEST = 64;

function partsOf(expression: Expression, depth: number): readonly TextPart[] {
  if (depth > DEEPEST) return [];
  if (expression.kind === 'literal') return typeof expression.value === 'string' ? [expression.value] : [];
  if (expression.kind === 'template') return expression.parts.flatMap((part) => partsOf(part, depth + 1));
  if (expression.kind === 'binary' && expression.operator === '+')
    return [...partsOf(expression.left, depth + 1), ...partsOf(expression.right, depth + 1)];
  const isNumber = expression.kind === 'cast' && /^(?:int|long|number|float|double)/.test(expression.type.name);
  return [{ taints: [], traits: [], origin: expression, ...(isNumber ? { isNumeric: true } : {}) }];
}
