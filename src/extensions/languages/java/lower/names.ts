import type { Expression } from '#engine/analysis/ir.ts';
import { type Lowering, placeOf, sourceOf } from './lowering.ts';
import { overloadName } from './scopes.ts';

/** A name as it is meant: a local variable, a field of the object, or one of a class around. */
export function lowerIdentifier(lowering: Lowering, node: number): Expression {
  const name = sourceOf(lowering, node);
  const at = placeOf(lowering, node);
  const owner = ownerOf(lowering, name, 'names');
  if (owner === undefined) return { kind: 'name', name, at };
  return { kind: 'member', object: { kind: 'name', name: owner, at }, property: name, at };
}

/** What is called by a name alone: a method of the object or of a class around it, or something imported. */
export function lowerCalledName(lowering: Lowering, node: number, argumentCount: number): Expression {
  const name = sourceOf(lowering, node);
  const at = placeOf(lowering, node);
  const owner = ownerOf(lowering, name, 'methods');
  if (owner === undefined) return { kind: 'name', name, at };
  return {
    kind: 'member',
    object: { kind: 'name', name: owner, at },
    property: overloadOf(lowering, name, argumentCount),
    at,
  };
}

/** The name of the method of a class around that takes so many arguments. */
export function overloadOf({ around }: Lowering, name: string, argumentCount: number): string {
  const counts = around.findLast(({ methods }) => methods.has(name))?.methods.get(name);
  return overloadName(name, argumentCount, counts);
}

/** `this`, or the name of the class around whose member it is; `undefined` for a local name or an unknown one. */
function ownerOf({ around }: Lowering, name: string, what: 'names' | 'methods'): string | undefined {
  let isInner = true;
  for (let index = around.length - 1; index >= 0; index -= 1) {
    const scope = around[index];
    if (scope === undefined) continue;
    if (scope[what].has(name)) {
      if (scope.className === undefined) return undefined;
      if (isInner) return 'this';
      return scope.className === '' ? undefined : scope.className;
    }
    if (scope.className !== undefined) isInner = false;
  }
  return undefined;
}
