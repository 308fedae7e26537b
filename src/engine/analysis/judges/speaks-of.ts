import type { Expression } from '../ir.ts';
import { placePath } from './place-path.ts';
import { walk } from './walk.ts';

/** Whether a variable, or a field by its path, stands anywhere in an expression. */
export function speaksOf(expression: Expression, path: string): boolean {
  for (const node of walk([expression]))
    if ((node.kind === 'name' || node.kind === 'member') && placePath(node) === path) return true;
  return false;
}
