import type { Expression } from '../ir.ts';

/** The name at the end of `a`, `a.b`, `a->b[i]`, `(T)a`; `undefined` for anything that is computed. */
export function lastName(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'name':
      return expression.name;
    case 'member':
      return expression.property;
    case 'cast':
      return lastName(expression.operand);
    case 'index':
      return lastName(expression.object);
    case 'unary':
      return expression.operator === 'deref' ? lastName(expression.operand) : undefined;
    default:
      return undefined;
  }
}
