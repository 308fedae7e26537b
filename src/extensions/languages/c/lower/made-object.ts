import type { Argument, Expression, TypeName } from '#engine/analysis/ir.ts';
import type { Declared } from './declarator.ts';
import { nameExpression } from './expression-parts.ts';
import type { Lowering } from './lowering.ts';
import { describedType } from './type-name.ts';

/**
 * `T x(y);` is a prototype to the parser. Inside a function of C++ it is an object made with `y`, unless what stands between
 * the brackets can only be parameters.
 */
export function objectMadeBy(
  context: Lowering,
  functionNode: number,
  type: TypeName,
  { scope }: Declared,
): Expression | undefined {
  if (!context.isCpp || context.functions === 0 || scope.length > 0) return undefined;
  if ((type.pointers ?? 0) > 0 || type.isReference === true || type.name === 'void') return undefined;
  const list = context.child(functionNode, 'parameters');
  if (list < 0) return undefined;
  const at = context.place(list);
  const given: Argument[] = [];
  for (const child of context.children(list)) {
    const value = argumentFrom(context, child);
    if (value === undefined) return undefined;
    given.push({ value });
  }
  return { kind: 'call', callee: nameExpression(type.name, context, functionNode), arguments: given, isNew: true, at };
}

/** What was taken for a parameter without a name, as the expression that it is. */
function argumentFrom(context: Lowering, node: number): Expression | undefined {
  if (context.type(node) !== 'parameter_declaration') return undefined;
  const type = context.child(node, 'type');
  if (type < 0) return undefined;
  if (context.type(type) === 'template_type') return castFrom(context, node, type);
  if (!/^(?:type_identifier|qualified_identifier)$/.test(context.type(type))) return undefined;
  if (context.childOf(node, 'type_qualifier') >= 0) return undefined;
  const name = nameExpression(context.source(type).replace(/\s+/g, ''), context, type);
  const declarator = context.child(node, 'declarator');
  if (declarator < 0) return name;
  const at = context.place(node);
  if (context.child(declarator, 'declarator') >= 0) return undefined;
  if (context.type(declarator) === 'abstract_array_declarator') {
    const size = context.child(declarator, 'size');
    if (size < 0) return undefined;
    return { kind: 'index', object: name, index: context.expression(size), at };
  }
  if (context.type(declarator) !== 'abstract_function_declarator') return undefined;
  const list = context.child(declarator, 'parameters');
  const inner: Argument[] = [];
  for (const child of list < 0 ? [] : context.children(list)) {
    const value = argumentFrom(context, child);
    if (value === undefined) return undefined;
    inner.push({ value });
  }
  return { kind: 'call', callee: name, arguments: inner, at };
}

/** `T x(static_cast<unsigned>(y));`: the cast is taken for a parameter whose type is a template. */
function castFrom(context: Lowering, node: number, type: number): Expression | undefined {
  const name = context.child(type, 'name');
  if (name < 0 || !/^(?:static|const|reinterpret|dynamic)_cast$/.test(context.source(name))) return undefined;
  const declarator = context.child(node, 'declarator');
  if (declarator < 0 || context.type(declarator) !== 'abstract_function_declarator') return undefined;
  const list = context.child(declarator, 'parameters');
  const [only, ...more] = list < 0 ? [] : context.children(list);
  if (only === undefined || more.length > 0) return undefined;
  const operand = argumentFrom(context, only);
  const described = context.child(type, 'arguments');
  const [target] = described < 0 ? [] : context.children(described);
  if (operand === undefined || target === undefined) return undefined;
  return { kind: 'cast', type: describedType(context, target), operand, at: context.place(node) };
}
