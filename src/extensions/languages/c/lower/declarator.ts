import type { Expression, Place, TypeName } from '#engine/analysis/ir.ts';
import type { Lowering } from './lowering.ts';
import { composed, sizeOf } from './type-name.ts';

/** What a declarator declares. */
export interface Declared {
  /** Last part of the name; empty when there is none. */
  readonly name: string;
  readonly nameAt: Place;
  /** Node of the name; -1 for none. */
  readonly nameNode: number;
  /** Names of what it is declared in: `C` of `C::m`. */
  readonly scope: readonly string[];
  readonly type: TypeName;
  /** Node of the function's declarator, when this is a function and no pointer to one. */
  readonly functionNode: number;
  /** Parts of `auto [a, b]`. */
  readonly parts: readonly Expression[];
  readonly isDestructor: boolean;
}

/** Nesting of declarators beyond which a name is not looked for. */
const MOST_PARTS = 64;

/** Reads a declarator from the outside to the name in it. */
export function readDeclarator(context: Lowering, node: number, base: TypeName): Declared {
  let pointers = 0;
  let isReference = false;
  let sizes: (Expression | undefined)[] = [];
  let functionNode = -1;
  let isInParentheses = false;
  let isPointerToFunction = false;
  let at = node;
  for (let count = 0; count < MOST_PARTS; count += 1) {
    const type = context.type(at);
    let inner = context.child(at, 'declarator');
    switch (type) {
      case 'pointer_declarator':
      case 'pointer_type_declarator':
      case 'abstract_pointer_declarator':
        // `(*name)[10]` and `(*name)(int)` are pointers to what was read so far.
        if (functionNode >= 0 && isInParentheses) isPointerToFunction = true;
        if (isInParentheses) sizes = [];
        pointers += 1;
        break;
      case 'reference_declarator':
      case 'abstract_reference_declarator':
        isReference = true;
        break;
      case 'array_declarator':
      case 'abstract_array_declarator':
        sizes.push(sizeOf(context, at));
        break;
      case 'function_declarator':
      case 'abstract_function_declarator':
        functionNode = at;
        isInParentheses = false;
        break;
      case 'parenthesized_declarator':
      case 'abstract_parenthesized_declarator':
        isInParentheses = true;
        break;
    }
    if (inner < 0 && /declarator$/.test(type) && type !== 'structured_binding_declarator') {
      inner =
        context.children(at).findLast((child) => !/_(?:modifier|qualifier|declaration)$/.test(context.type(child))) ??
        -1;
      if (inner >= 0 && context.field(inner) !== '') inner = -1;
    }
    if (inner < 0) break;
    at = inner;
  }
  const isNamed = !/declarator$/.test(context.type(at));
  const parts =
    context.type(at) === 'structured_binding_declarator'
      ? context
          .children(at)
          .map((part): Expression => ({ kind: 'name', name: context.source(part), at: context.place(part) }))
      : [];
  const { name, scope, nameNode } = isNamed ? nameIn(context, at) : { name: '', scope: [], nameNode: -1 };
  return {
    name,
    nameAt: context.place(nameNode < 0 ? node : nameNode),
    nameNode,
    scope,
    type: isPointerToFunction
      ? { name: 'function', pointers: 1, ...(sizes.length === 0 ? {} : { sizes: sizes.reverse() }) }
      : composed(base, { pointers, sizes: sizes.reverse(), isReference }),
    functionNode: isPointerToFunction ? -1 : functionNode,
    parts,
    isDestructor: context.type(nameNode < 0 ? at : nameNode) === 'destructor_name',
  };
}

function nameIn(
  context: Lowering,
  node: number,
): { readonly name: string; readonly scope: readonly string[]; readonly nameNode: number } {
  const scope: string[] = [];
  let at = node;
  for (let count = 0; count < MOST_PARTS && context.type(at) === 'qualified_identifier'; count += 1) {
    const outer = context.child(at, 'scope');
    if (outer >= 0) scope.push(context.source(outer).replace(/<[\s\S]*/, ''));
    const inner = context.child(at, 'name');
    if (inner < 0) break;
    at = inner;
  }
  if (context.type(at) === 'template_function' || context.type(at) === 'template_method') {
    const inner = context.child(at, 'name');
    if (inner >= 0) at = inner;
  }
  return { name: context.source(at).replace(/\s+/g, ''), scope, nameNode: at };
}
