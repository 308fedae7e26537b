import type { Value } from '../value.ts';
import type { Machine } from './machine.ts';
import { UNKNOWN } from './make-value.ts';

/** In languages whose packages are folders, what has the type of a class is one of its objects, whoever makes it. */
export function objectOfType({ frame, frontEnd, path, sharedName }: Machine, name: string): Value {
  if (frontEnd.modules.shared === undefined) return UNKNOWN;
  const type = (frame.environment.get(name) ?? sharedName(path, name, name))?.class;
  return type === undefined ? UNKNOWN : { ...UNKNOWN, name: `${name}()`, class: type, form: 'object' };
}
