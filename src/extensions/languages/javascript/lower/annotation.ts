import type { Expression, TypeName } from '#engine/analysis/ir.ts';
import type { Lowering } from './lowering.ts';
import { FIELD } from './node-field.ts';

/** Types that wrap another one without changing what it is about. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'type_annotation',
  'parenthesized_type',
  'readonly_type',
  'optional_type',
]);

/**
 * The main name of a type: `Request` of `Request<P> | undefined`, `Array` of `string[]`. `undefined` for a type without
 * one, such as `{ a: string }`.
 */
export function lowerAnnotation(context: Lowering, node: number): Expression | undefined {
  let at = node;
  for (let step = 0; step < 50 && at >= 0; step += 1) {
    const type = typeOf(context, at);
    if (WRAPPERS.has(type)) at = context.first(at);
    else if (type === 'union_type' || type === 'intersection_type') at = firstNamed(context, at);
    else if (type === 'generic_type') at = context.child(at, FIELD.name);
    else if (type === 'array_type' || type === 'tuple_type') {
      return { kind: 'name', name: 'Array', at: context.place(at) };
    } else if (type === 'type_identifier' || type === 'identifier' || type === 'predefined_type') {
      return { kind: 'name', name: context.source(at), at: context.place(at) };
    } else if (type === 'nested_type_identifier') {
      const module = context.child(at, FIELD.module);
      const name = context.child(at, FIELD.name);
      if (module < 0 || name < 0) return undefined;
      const object = context.expression(module);
      return { kind: 'member', object, property: context.source(name), at: context.place(at) };
    } else return undefined;
  }
  return undefined;
}

/** The main name of a type as text: `express.Request`. */
export function lowerType(context: Lowering, node: number): TypeName | undefined {
  const annotation = lowerAnnotation(context, node);
  if (annotation === undefined) return undefined;
  return { name: context.text.slice(annotation.at.start, annotation.at.end).replace(/\s+/g, '') };
}

/** Of several types, the first that is more than `null` or a literal. */
function firstNamed(context: Lowering, node: number): number {
  const end = context.next(node);
  for (let at = node + 1; at < end; at = context.next(at)) {
    const type = typeOf(context, at);
    if (!/^(?:literal_type|comment|object_type)$/.test(type) && type.length > 1 && context.source(at) !== 'undefined') {
      return at;
    }
  }
  return -1;
}

function typeOf(context: Lowering, node: number): string {
  return context.tree.typeNames[context.tree.types[node] ?? 0] ?? '';
}
