import type { Expression } from '#engine/analysis/ir.ts';
import type { Lowering } from './lowering.ts';

/** Types that are written as a word in front of a bracket when something is converted. */
export const BASIC_TYPES: ReadonlySet<string> = new Set(
  `bool string byte rune error any int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr float32 float64
   complex64 complex128`
    .trim()
    .split(/\s+/),
);

/** Types of types that are deeper than this say nothing. */
const DEEPEST = 8;

/** A type as an expression, so that its package is resolved: `*http.Request` is `http.Request`, `[]int` is `[][int]`. */
export function typeExpression(context: Lowering, node: number, depth = 0): Expression | undefined {
  if (node < 0 || depth > DEEPEST) return undefined;
  const at = context.place(node);
  switch (context.type(node)) {
    case 'type_identifier':
    case 'identifier':
      return { kind: 'name', name: context.source(node), at };
    case 'qualified_type': {
      const owner = context.child(node, 'package');
      const name = context.child(node, 'name');
      if (owner < 0 || name < 0) return undefined;
      return {
        kind: 'member',
        object: { kind: 'name', name: context.source(owner), at: context.place(owner) },
        property: context.source(name),
        at,
      };
    }
    case 'pointer_type':
    case 'parenthesized_type':
      return typeExpression(context, context.first(node), depth + 1);
    case 'generic_type':
      return typeExpression(context, context.child(node, 'type'), depth + 1);
    case 'slice_type':
    case 'array_type':
    case 'implicit_length_array_type': {
      const element = typeExpression(context, context.child(node, 'element'), depth + 1);
      if (element === undefined) return undefined;
      if (element.kind === 'name' && element.name === 'byte') return { kind: 'name', name: '[]byte', at };
      return { kind: 'index', object: { kind: 'name', name: '[]', at }, index: element, at };
    }
    default:
      return undefined;
  }
}

/** A type's own name, without packages, pointers and parameters; empty when it has none. */
export function typeName(context: Lowering, node: number): string {
  const expression = typeExpression(context, node);
  return expression?.kind === 'name' ? expression.name : expression?.kind === 'member' ? expression.property : '';
}

/** Types of texts that are put together piece by piece; without pieces they are empty texts. */
export function isTextBuffer(type: Expression | undefined): boolean {
  if (type?.kind !== 'member' || type.object.kind !== 'name') return false;
  return /^(?:strings\.Builder|bytes\.Buffer)$/.test(`${type.object.name}.${type.property}`);
}
