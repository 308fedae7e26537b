import type { Expression, Statement } from '#engine/analysis/ir.ts';
import { isPlainName } from './plain-name.ts';
import { lowerClass } from './class.ts';
import { type Declared, readDeclarator } from './declarator.ts';
import { lowerEnum } from './enum.ts';
import { lowerArguments, nameExpression } from './expression-parts.ts';
import type { Lowering } from './lowering.ts';
import { objectMadeBy } from './made-object.ts';
import { baseType } from './type-name.ts';

/** A declaration of variables, also of fields: one statement for each declarator. Prototypes give nothing. */
export function lowerDeclaration(context: Lowering, node: number, into: Statement[]): void {
  const written = context.child(node, 'type');
  if (written >= 0) lowerDefinedType(context, written, '', into);
  const base = baseType(context, node);
  const isStatic =
    context.functions === 0 ||
    context
      .children(node)
      .some(
        (child) =>
          context.type(child) === 'storage_class_specifier' && /^(?:static|extern)$/.test(context.source(child)),
      );
  let last: { readonly declared: Declared; readonly at: number } | undefined;
  for (const child of context.children(node)) {
    const field = context.field(child);
    if (field === 'declarator') {
      if (last !== undefined) into.push(...declared(context, last.at, { ...last, isStatic, value: undefined }));
      const inner = context.type(child) === 'init_declarator' ? context.child(child, 'declarator') : child;
      last = { declared: readDeclarator(context, inner < 0 ? child : inner, base), at: child };
    } else if ((field === 'default_value' || field === 'value') && last !== undefined) {
      // A field's initializer, or a condition's, stands beside its declarator.
      into.push(...declared(context, last.at, { ...last, isStatic, value: child }));
      last = undefined;
    }
  }
  if (last !== undefined) into.push(...declared(context, last.at, { ...last, isStatic, value: undefined }));
}

/** A structure or an enumeration that a declaration defines on its way. */
export function lowerDefinedType(context: Lowering, type: number, name: string, into: Statement[]): void {
  if (context.child(type, 'body') < 0) return;
  if (context.type(type) === 'enum_specifier') lowerEnum(context, type, into);
  else into.push({ kind: 'class', class: lowerClass(context, type, name), at: context.place(type) });
}

/** `typedef struct { … } entry;` defines `entry`; other typedefs are known already. */
export function lowerTypeDefinition(context: Lowering, node: number, into: Statement[]): void {
  const type = context.child(node, 'type');
  if (type < 0) return;
  const named = context
    .children(node)
    .find((child) => context.field(child) === 'declarator' && context.type(child) === 'type_identifier');
  lowerDefinedType(context, type, named === undefined ? '' : context.source(named), into);
}

function declared(
  context: Lowering,
  node: number,
  given: { readonly declared: Declared; readonly isStatic: boolean; readonly value: number | undefined },
): Statement[] {
  const { name, type, functionNode, parts } = given.declared;
  const at = context.place(node);
  if (parts.length > 0) {
    const value = valueOf(context, node, given) ?? { kind: 'unknown', parts: [], at };
    return [{ kind: 'assign', targets: [{ kind: 'sequence', form: 'tuple', items: parts, at }], value, at }];
  }
  if (name === '') return [];
  if (functionNode >= 0) {
    const value = objectMadeBy(context, functionNode, type, given.declared);
    return value === undefined ? [] : [{ kind: 'declare', name, type, value, at }];
  }
  const value = valueOf(context, node, given);
  if (type.isReference === true && value?.kind === 'name' && context.functions > 0) {
    // Another name of a variable: it holds what that one holds, from now on as well.
    context.references = new Map(context.references).set(name, value.name);
    return [];
  }
  const isStatic = given.isStatic && context.classes.length === 0;
  return [
    { kind: 'declare', name, type, ...(value === undefined ? {} : { value }), ...(isStatic ? { isStatic } : {}), at },
  ];
}

function valueOf(
  context: Lowering,
  node: number,
  { declared: { type }, value: beside }: { readonly declared: Declared; readonly value: number | undefined },
): Expression | undefined {
  const value = beside ?? (context.type(node) === 'init_declarator' ? context.child(node, 'value') : -1);
  if (value < 0) return undefined;
  const isBraced = context.type(value) === 'initializer_list';
  const isObject = (type.pointers ?? 0) === 0 && type.sizes === undefined;
  const isMade = context.type(value) === 'argument_list' || (isBraced && isObject && !context.has(node, '='));
  if (!isMade || beside !== undefined) return context.expression(value);
  // `T x(a, b)` and `T x{a}`.
  const given = lowerArguments(context, value);
  const [first] = given;
  const at = context.place(value);
  if (!isObject || type.name === 'auto' || isPlainName(type.name)) {
    return first?.value ?? { kind: 'literal', value: 0, at };
  }
  return { kind: 'call', callee: nameExpression(type.name, context, value), arguments: given, isNew: true, at };
}
