import type { Expression } from '../ir.ts';

/** Links of a path that are compared; longer ones are nobody's container. */
const MOST_LINKS = 8;

/**
 * A variable or a field of one as text, with `*` where a pointer is followed: `items`, `*this.items`, `page.rows`. Two that
 * are the same are the same object, as long as nothing is assigned between.
 */
export function placePath(expression: Expression | undefined, links: number = MOST_LINKS): string | undefined {
  if (expression === undefined || links === 0) return undefined;
  if (expression.kind === 'name') return expression.name;
  if (expression.kind === 'member') {
    const object = placePath(expression.object, links - 1);
    return object === undefined ? undefined : `${object}.${expression.property}`;
  }
  if (expression.kind === 'unary' && expression.operator === 'deref') {
    const object = placePath(expression.operand, links - 1);
    return object === undefined ? undefined : `*${object}`;
  }
  return undefined;
}
