import type { Expression } from '../ir.ts';

/** What the place of a value is called: the name at the end of `a`, `a.b`, `a->b[i]`, `(T)a`; `undefined` for anything that is computed. */
export function placeName(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'name':
      return expression.name;
    case 'member':
      return expression.property;
    case 'cast':
      return placeName(expression.operand);
    case 'index':
      return placeName(expression.object);
    case 'unary':
      return expression.operator === 'deref' ? placeName(expression.operand) : undefined;
    default:
      return undefined;
  }
}
