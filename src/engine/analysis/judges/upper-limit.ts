import type { Expression, IrFunction } from '../ir.ts';
import { walk } from './walk.ts';
import { lastName, writtenName } from './written-name.ts';

/** Calls that keep a number below another or refuse it. */
const LIMITING =
  /^(?:min|clamp|checkArgument|isTrue|checkIndex|checkFromIndexSize|require\w*|validate\w*|check\w*|\w+Exact)$/;

/** Whether a function compares what has this name with something larger than nothing, or cuts it to a range. */
export function isLimitedAbove({ body }: IrFunction, name: string): boolean {
  for (const node of walk(body)) {
    if (node.kind === 'compare') {
      const isLeft = speaksOf(node.left, name);
      if (!isLeft && !speaksOf(node.right, name)) continue;
      const other = isLeft ? node.right : node.left;
      const isNothing = isSmall(other);
      if (/^(?:<|<=|>|>=)$/.test(node.operator) && !isNothing) return true;
      if (node.operator === 'in' || (node.operator === '!=' && !isNothing)) return true;
    } else if (node.kind === 'call' && LIMITING.test(lastOf(node.callee))) {
      if (node.arguments.some(({ value }) => speaksOf(value, name))) return true;
    }
  }
  return false;
}

function speaksOf(expression: Expression, name: string): boolean {
  for (const node of walk([expression], { intoFunctions: false })) {
    if ((node.kind === 'name' || node.kind === 'member' || node.kind === 'call') && writtenName(node) === name)
      return true;
  }
  return false;
}

/** Zero, one and minus one: tests for the sign and for emptiness. */
function isSmall(value: Expression): boolean {
  if (value.kind === 'unary' && value.operator === 'minus') return true;
  return value.kind === 'literal' && (value.value === null || value.value === 0 || value.value === 1);
}

function lastOf(callee: Expression): string {
  return callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : lastName(callee);
}
