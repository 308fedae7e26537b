import { bodyNodes } from './body-nodes.ts';
import type { Expression, IrFunction } from '../ir.ts';

/**
 * Whether a function gives back the same kind of value on every way out and cannot end in another way: it raises nothing and
 * calls nothing but what `isHarmless` says.
 */
export function alwaysGives(
  { body }: IrFunction,
  isGiven: (value: Expression) => boolean,
  isHarmless: (callee: Expression) => boolean = () => false,
): boolean {
  let count = 0;
  for (const node of bodyNodes(body, { intoFunctions: false })) {
    if (node.kind === 'raise' || (node.kind === 'call' && !isHarmless(node.callee))) return false;
    if (node.kind !== 'return') continue;
    if (node.value === undefined || !isGiven(node.value)) return false;
    count += 1;
  }
  return count > 0;
}
