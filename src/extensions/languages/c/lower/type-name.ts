import type { Expression, TypeName } from '#engine/analysis/ir.ts';
import type { Lowering } from './lowering.ts';

/** Renames that are followed: typedefs of typedefs. */
const MOST_RENAMES = 8;
const LONGEST_NAME = 200;

/** What stands before the declarators of a declaration: the type that they have in common. */
export function baseType(context: Lowering, declaration: number): TypeName {
  const written = context.child(declaration, 'type');
  const isConstant = context
    .children(declaration)
    .some((child) => context.type(child) === 'type_qualifier' && /^(?:const|constexpr)$/.test(context.source(child)));
  const base = written < 0 ? { name: 'int' } : typeOf(context, maskedType(context, declaration) ?? written);
  return isConstant ? { ...base, isConstant } : base;
}

/** `static MACRO int f()`: the macro is taken for the type, and the type does not parse. */
function maskedType(context: Lowering, declaration: number): number | undefined {
  const written = context.child(declaration, 'type');
  if (context.type(written) !== 'type_identifier') return undefined;
  const error = context.childOf(declaration, 'ERROR');
  const declarator = context.child(declaration, 'declarator');
  if (error < 0 || error < written || (declarator >= 0 && error > declarator)) return undefined;
  return /^\w+(?:\s+\w+)*$/.test(context.source(error).slice(0, LONGEST_NAME)) ? error : undefined;
}

/** The type that a node of the grammar's type rules names. */
export function typeOf(context: Lowering, node: number): TypeName {
  return renamed(context, { name: nameOfType(context, node) });
}

/** The type of a cast, a `sizeof`, a template's argument. */
export function describedType(context: Lowering, descriptor: number): TypeName {
  const written = context.child(descriptor, 'type');
  if (written < 0) return { name: spaced(context.source(descriptor).slice(0, LONGEST_NAME)) };
  let pointers = 0;
  let isReference = false;
  const sizes: (Expression | undefined)[] = [];
  let at = context.child(descriptor, 'declarator');
  for (let count = 0; at >= 0 && count < MOST_PARTS; count += 1) {
    const type = context.type(at);
    if (type === 'abstract_pointer_declarator') pointers += 1;
    else if (type === 'abstract_reference_declarator') isReference = true;
    else if (type === 'abstract_array_declarator') sizes.push(sizeOf(context, at));
    else if (type === 'abstract_function_declarator') return { name: 'function', pointers: 1 };
    const inner = context.child(at, 'declarator');
    at = inner >= 0 ? inner : (context.children(at).find((child) => /^abstract_/.test(context.type(child))) ?? -1);
  }
  return composed(baseType(context, descriptor), { pointers, sizes: sizes.reverse(), isReference });
}

const MOST_PARTS = 32;

/** A type with what its declarator adds. */
export function composed(
  base: TypeName,
  added: {
    readonly pointers: number;
    readonly sizes: readonly (Expression | undefined)[];
    readonly isReference: boolean;
  },
): TypeName {
  const pointers = (base.pointers ?? 0) + added.pointers;
  const sizes = [...added.sizes, ...(base.sizes ?? [])];
  return {
    name: base.name,
    ...(pointers === 0 ? {} : { pointers }),
    ...(sizes.length === 0 ? {} : { sizes }),
    ...(base.isConstant === true ? { isConstant: true } : {}),
    ...(added.isReference ? { isReference: true } : {}),
  };
}

/** The size between the brackets of a declarator. */
export function sizeOf(context: Lowering, declarator: number): Expression | undefined {
  const size = context.child(declarator, 'size');
  // `[*]` of a prototype says nothing.
  return size < 0 || context.source(size) === '*' ? undefined : context.expression(size);
}

function nameOfType(context: Lowering, node: number): string {
  switch (context.type(node)) {
    case 'struct_specifier':
    case 'union_specifier':
    case 'enum_specifier':
    case 'class_specifier': {
      const tag = context.child(node, 'name');
      const word = context.type(node).replace('_specifier', '');
      if (tag < 0) return word;
      const name = withoutTemplates(context.source(tag).slice(0, LONGEST_NAME));
      return context.isCpp ? name : `${word} ${name}`;
    }
    case 'placeholder_type_specifier':
      return 'auto';
    case 'template_type': {
      const name = context.child(node, 'name');
      const written = name < 0 ? 'auto' : context.source(name);
      // A class of the file, whatever systems call by that name.
      return /^u(?:char|short|int|long)$|^byte$/.test(written) ? 'auto' : written;
    }
    default:
      return withoutTemplates(spaced(context.source(node).slice(0, LONGEST_NAME)));
  }
}

function renamed(context: Lowering, type: TypeName): TypeName {
  let now = type;
  for (let count = 0; count < MOST_RENAMES; count += 1) {
    const next = context.names.types.get(now.name);
    if (next === undefined) return now;
    const pointers = (now.pointers ?? 0) + (next.pointers ?? 0);
    now = { name: next.name, ...(pointers === 0 ? {} : { pointers }) };
  }
  return now;
}

/** `std::vector<int>` is `std::vector`; spaces around `::` go. */
export function withoutTemplates(name: string): string {
  let depth = 0;
  let kept = '';
  for (const sign of name) {
    if (sign === '<') depth += 1;
    else if (sign === '>') depth -= 1;
    else if (depth === 0) kept += sign;
  }
  return kept
    .replace(/\s{0,8}::\s{0,8}/g, '::')
    .replace(/^::/, '')
    .trim();
}

function spaced(text: string): string {
  return text
    .replace(/\b(?:const|volatile|restrict|register|typename)\b/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ');
}
