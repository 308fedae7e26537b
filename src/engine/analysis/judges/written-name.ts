import type { Expression } from '../ir.ts';

/** A name as it is written, with its dots: `self.config.debug`; a constant key counts as a property. */
export function writtenName(expression: Expression | undefined): string {
  switch (expression?.kind) {
    case 'name':
      return expression.name;
    case 'member': {
      const object = writtenName(expression.object);
      return object === '' ? expression.property : `${object}.${expression.property}`;
    }
    case 'index': {
      const { index } = expression;
      const object = writtenName(expression.object);
      return index.kind === 'literal' && typeof index.value === 'string' ? `${object}.${index.value}` : object;
    }
    case 'call':
      return writtenName(expression.callee);
    default:
      return '';
  }
}

/** The last part of a name as it is written. */
export function lastName(expression: Expression | undefined): string {
  switch (expression?.kind) {
    case 'name':
      return expression.name;
    case 'member':
      return expression.property;
    case 'index':
      return expression.index.kind === 'literal' && typeof expression.index.value === 'string'
        ? expression.index.value
        : lastName(expression.object);
    case 'call': {
      // `request.form.get('password')` is the password.
      const first = expression.arguments[0]?.value;
      if (expression.callee.kind === 'member' && first?.kind === 'literal' && typeof first.value === 'string')
        return first.value;
      return lastName(expression.callee);
    }
    default:
      return '';
  }
}
