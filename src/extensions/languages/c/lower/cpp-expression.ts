import type { Argument, Expression, Place } from '#engine/analysis/ir.ts';
import { C_LIBRARY } from './c-library.ts';
import { lowerArguments, lowerUnknown, typeExpression } from './expression-parts.ts';
import { lowerLambda } from './function.ts';
import type { LowerExpression, Lowering } from './lowering.ts';
import { describedType, typeOf } from './type-name.ts';

const CASTS = new Set(['static_cast', 'reinterpret_cast', 'const_cast', 'dynamic_cast']);
const MOST_SCOPES = 32;

/** Expressions that C++ has on top of C's, by the type of their node. */
export const cppExpressionLowerers: Readonly<Record<string, LowerExpression>> = {
  this: (context, node) => ({ kind: 'name', name: 'this', at: context.place(node) }),
  qualified_identifier: lowerQualified,
  template_function: lowerTemplateName,
  template_method: lowerTemplateName,
  template_type: lowerTemplateName,
  dependent_name: lowerInner,
  user_defined_literal: lowerInner,
  parameter_pack_expansion: lowerInner,
  destructor_name: (context, node) => ({
    kind: 'name',
    name: context.source(node).replace(/\s+/g, ''),
    at: context.place(node),
  }),
  new_expression: lowerNew,
  delete_expression: (context, node) => ({
    kind: 'unary',
    operator: 'delete',
    operand: lowerInner(context, node),
    at: context.place(node),
  }),
  co_await_expression: (context, node) => ({
    kind: 'unary',
    operator: 'await',
    operand: lowerInner(context, node),
    at: context.place(node),
  }),
  lambda_expression: (context, node) => ({
    kind: 'function',
    function: lowerLambda(context, node),
    at: context.place(node),
  }),
  subscript_argument_list: lowerInner,
};

function lowerInner(context: Lowering, node: number): Expression {
  const inner = context.children(node).find((child) => context.type(child) !== 'ERROR');
  return inner === undefined ? { kind: 'unknown', parts: [], at: context.place(node) } : context.expression(inner);
}

function lowerTemplateName(context: Lowering, node: number): Expression {
  const name = context.child(node, 'name');
  return name < 0 ? lowerUnknown(context, node) : context.expression(name);
}

/**
 * `a::b` is a member of `a`. Namespaces that the file itself opens, `::` alone and the `std` before a function of C are left
 * out: what they name is what the bare name names.
 */
function lowerQualified(context: Lowering, node: number): Expression {
  const scopes: Expression[] = [];
  let at = node;
  for (let count = 0; count < MOST_SCOPES && context.type(at) === 'qualified_identifier'; count += 1) {
    const scope = context.child(at, 'scope');
    if (scope >= 0 && !context.names.namespaces.has(context.source(scope))) scopes.push(context.expression(scope));
    const inner = context.child(at, 'name');
    if (inner < 0) return lowerUnknown(context, node);
    at = inner;
  }
  const last = context.type(at) === 'qualified_identifier' ? lowerUnknown(context, at) : context.expression(at);
  if (last.kind !== 'name') return last;
  // What a search gives that finds nothing.
  if (last.name === 'npos') return { kind: 'literal', value: -1, at: context.place(node) };
  const [first] = scopes;
  const place = context.place(node);
  if (first?.kind === 'name' && first.name === 'std' && scopes.length === 1 && C_LIBRARY.has(last.name)) {
    return { ...last, at: place };
  }
  const names = [...scopes.slice(1).map((scope) => (scope.kind === 'name' ? scope.name : '')), last.name];
  if (first === undefined) return { ...last, at: place };
  return names.reduce<Expression>((object, property) => ({ kind: 'member', object, property, at: place }), first);
}

/** `new T(a)`, `new T{a}` and `new T` are calls of `T`; `new T[n]` is an allocation of n of them. */
function lowerNew(context: Lowering, node: number): Expression {
  const type = context.child(node, 'type');
  const at = context.place(node);
  if (type < 0) return lowerUnknown(context, node);
  const declarator = context.child(node, 'declarator');
  const [place] = lowerPlacement(context, node);
  if (place !== undefined) {
    // Nothing is allocated: the object is made where the argument points to.
    return { kind: 'cast', type: { ...typeOf(context, type), pointers: 1 }, operand: place, at };
  }
  if (declarator >= 0 && context.type(declarator) === 'new_declarator') {
    const length = context.child(declarator, 'length');
    const count = length < 0 ? undefined : context.expression(length);
    return {
      kind: 'typed',
      form: 'allocation',
      type: typeOf(context, type),
      ...(count === undefined ? {} : { count }),
      at,
    };
  }
  const list = context.child(node, 'arguments');
  return {
    kind: 'call',
    callee: typeExpression(context, type),
    arguments: list < 0 ? [] : lowerArguments(context, list),
    isNew: true,
    at,
  };
}

/** Arguments of a `new (buffer) T`; `new (std::nothrow) T` allocates as ever. */
function lowerPlacement(context: Lowering, node: number): readonly Expression[] {
  const placement = context.child(node, 'placement');
  if (placement < 0 || /\bnothrow\b/.test(context.source(placement))) return [];
  const given = lowerArguments(context, placement);
  return given.length === 1 ? given.map(({ value }) => value) : [];
}

/** `static_cast<T>(x)` and its kin are casts. */
export function lowerTemplateCast(
  context: Lowering,
  callee: number,
  given: readonly Argument[],
  at: Place,
): Expression | undefined {
  if (context.type(callee) !== 'template_function') return undefined;
  const name = context.child(callee, 'name');
  if (name < 0 || !CASTS.has(context.source(name))) return undefined;
  const list = context.child(callee, 'arguments');
  const [descriptor] = list < 0 ? [] : context.children(list);
  const [operand] = given;
  if (descriptor === undefined || operand === undefined) return undefined;
  // Of a pointer it gives null when the object is none of the kind.
  if (context.source(name) === 'dynamic_cast' && context.source(descriptor).includes('*'))
    return { kind: 'call', callee: { kind: 'name', name: 'dynamic_cast', at }, arguments: given, at };
  return { kind: 'cast', type: describedType(context, descriptor), operand: operand.value, at };
}
