import type { Expression } from '../ir.ts';

/** `a->b[i].c` as a text to compare by; `undefined` when something in it is computed. */
export function writtenPath(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'name':
      return expression.name;
    case 'member': {
      const object = writtenPath(expression.object);
      return object === undefined ? undefined : `${object}.${expression.property}`;
    }
    case 'index': {
      const [object, index] = [writtenPath(expression.object), writtenPath(expression.index)];
      return object === undefined || index === undefined ? undefined : `${object}[${index}]`;
    }
    case 'literal':
      return String(expression.value);
    case 'cast':
      return writtenPath(expression.operand);
    case 'unary':
      return expression.operator === 'deref' ? writtenPath(expression.operand) : undefined;
    default:
      return undefined;
  }
}
