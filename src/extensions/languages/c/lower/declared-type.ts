import type { Expression, TypeName } from '#engine/analysis/ir.ts';
import { childOf, kindOf, type Lowering, lowerExpression, partsOf, sourceOf } from './lowering.ts';

/** A declarator taken apart: what it declares, and what its stars and brackets make of the type. */
export interface Declared {
  readonly name: string;
  /** The identifier; -1 when there is none. */
  readonly nameNode: number;
  readonly type: TypeName;
  /** Its parameter list, when it declares a function. */
  readonly parameters: number;
  /** Stands behind a pointer to it: `int (*f)(int)`. */
  readonly isFunctionPointer: boolean;
}

const QUALIFIERS =
  /\b(?:const|volatile|restrict|static|extern|register|inline|constexpr|mutable|typename|_Atomic|auto(?=\s+\w))\b/g;

/** The type in front of the declarators: `const unsigned char` is `unsigned char`. */
export function baseType(lowering: Lowering, node: number): TypeName {
  const type = childOf(lowering, node, 'type');
  if (type < 0) return { name: 'int' };
  const kind = kindOf(lowering, type);
  const isConstant = /\bconst(?:expr)?\b/.test(
    lowering.text.slice(lowering.tree.starts[node], lowering.tree.ends[type]),
  );
  return { name: typeName(lowering, type, kind), ...(isConstant && { isConstant: true }) };
}

function typeName(lowering: Lowering, type: number, kind: string): string {
  if (
    kind === 'struct_specifier' ||
    kind === 'union_specifier' ||
    kind === 'class_specifier' ||
    kind === 'enum_specifier'
  ) {
    const name = childOf(lowering, type, 'name');
    const word = kind.slice(0, kind.indexOf('_'));
    return name < 0 ? word : `${word} ${sourceOf(lowering, name)}`;
  }
  return sourceOf(lowering, type).replaceAll(QUALIFIERS, ' ').replaceAll(/\s+/g, ' ').trim().slice(0, 120);
}

/** Declarators inside declarators; more are damage. */
const MOST_LAYERS = 20;

/** Reads a declarator from the outside to the name in it. */
export function readDeclarator(lowering: Lowering, node: number, base: TypeName): Declared {
  let pointers = base.pointers ?? 0;
  const sizes: (Expression | undefined)[] = [];
  let parameters = -1;
  let isReference = false;
  let isFunctionPointer = false;
  let at = node;
  for (let layer = 0; at >= 0 && layer < MOST_LAYERS; layer += 1) {
    const kind = kindOf(lowering, at);
    const inner = childOf(lowering, at, 'declarator');
    if (kind === 'pointer_declarator' || kind === 'abstract_pointer_declarator') {
      if (parameters < 0) pointers += 1;
      else isFunctionPointer = true;
      at = inner;
    } else if (kind === 'array_declarator' || kind === 'abstract_array_declarator') {
      const size = childOf(lowering, at, 'size');
      sizes.unshift(size < 0 ? undefined : lowerExpression(lowering, size));
      at = inner;
    } else if (kind === 'function_declarator' || kind === 'abstract_function_declarator') {
      parameters = childOf(lowering, at, 'parameters');
      at = inner;
    } else if (kind === 'reference_declarator' || kind === 'abstract_reference_declarator') {
      isReference = true;
      at = partsOf(lowering, at)[0] ?? -1;
    } else if (kind === 'init_declarator') at = inner;
    else if (
      kind === 'parenthesized_declarator' ||
      kind === 'abstract_parenthesized_declarator' ||
      kind === 'attributed_declarator'
    )
      at = partsOf(lowering, at)[0] ?? -1;
    else break;
  }
  const isName = at >= 0 && /identifier|operator_name|destructor_name/.test(kindOf(lowering, at));
  const written = isName ? sourceOf(lowering, at) : '';
  const type: TypeName = {
    ...base,
    ...(pointers > 0 && { pointers }),
    ...(sizes.length > 0 && { sizes }),
    ...(isReference && { isReference: true }),
  };
  return { name: written, nameNode: isName ? at : -1, type, parameters, isFunctionPointer };
}

/** A type without a name: of casts and `sizeof`. */
export function readTypeDescriptor(lowering: Lowering, node: number): TypeName {
  if (node < 0) return { name: '' };
  if (kindOf(lowering, node) !== 'type_descriptor') return { name: typeName(lowering, node, kindOf(lowering, node)) };
  const base = baseType(lowering, node);
  const declarator = childOf(lowering, node, 'declarator');
  return declarator < 0 ? base : readDeclarator(lowering, declarator, base).type;
}
