import type { Expression } from '../ir.ts';

/** Links of a chain that its name has; of a longer one the last ones say enough. */
const MOST_LINKS = 24;

/** A name as it is written, with its dots: `self.config.debug`; a constant key counts as a property. */
export function writtenName(expression: Expression | undefined): string {
  const parts: string[] = [];
  let at = expression;
  for (let link = 0; at !== undefined && link < MOST_LINKS; link += 1) {
    if (at.kind === 'name') {
      parts.push(at.name);
      break;
    } else if (at.kind === 'member') {
      parts.push(at.property);
      at = at.object;
    } else if (at.kind === 'index') {
      if (at.index.kind === 'literal' && typeof at.index.value === 'string') parts.push(at.index.value);
      at = at.object;
    } else if (at.kind === 'call') at = at.callee;
    else break;
  }
  return parts.reverse().join('.');
}

/** The last part of a name as it is written. */
export function lastName(expression: Expression | undefined): string {
  let at = expression;
  for (let link = 0; at !== undefined && link < MOST_LINKS; link += 1) {
    if (at.kind === 'name') return at.name;
    if (at.kind === 'member') return at.property;
    if (at.kind === 'index') {
      if (at.index.kind === 'literal' && typeof at.index.value === 'string') return at.index.value;
      at = at.object;
    } else if (at.kind === 'call') {
      // `request.form.get('password')` is the password.
      const first = at.arguments[0]?.value;
      if (at.callee.kind === 'member' && first?.kind === 'literal' && typeof first.value === 'string')
        return first.value;
      at = at.callee;
    } else return '';
  }
  return '';
}
