import type { Argument, Expression } from '#engine/analysis/ir.ts';
import type { Lowering } from './lowering.ts';
import { typeOf } from './type-name.ts';

/** Nodes without data of their own, where an expression may stand. */
const INERT =
  /^(?:type_descriptor|type_qualifier|primitive_type|sized_type_specifier|compound_statement|ERROR|preproc_.*|.*_specifier|gnu_asm.*|lambda_capture_specifier|template_argument_list)$/;

/** A node of which only the parts are known. Types are no parts. */
export function lowerUnknown(context: Lowering, node: number): Expression {
  const parts = context
    .children(node)
    .filter((child) => !INERT.test(context.type(child)))
    .map((child) => context.expression(child));
  return { kind: 'unknown', parts, at: context.place(node) };
}

/** Arguments in a list, or the items of braces that stand for one. */
export function lowerArguments(context: Lowering, list: number): Argument[] {
  return context
    .children(list)
    .filter((child) => context.type(child) !== 'ERROR')
    .map((child) => ({ value: context.expression(child) }));
}

/** Parts of `a, b, c`, which grows to the right. */
export function commaParts(context: Lowering, node: number): number[] {
  const parts: number[] = [];
  let at = node;
  while (context.type(at) === 'comma_expression') {
    const left = context.child(at, 'left');
    const right = context.child(at, 'right');
    if (left >= 0) parts.push(left);
    if (right < 0) return parts;
    at = right;
  }
  parts.push(at);
  return parts;
}

/** A type where an expression is wanted: what makes an object of it. */
export function typeExpression(context: Lowering, node: number): Expression {
  const { name } = typeOf(context, node);
  return nameExpression(name, context, node);
}

/** `std::string` as an expression. */
export function nameExpression(name: string, context: Lowering, node: number): Expression {
  const at = context.place(node);
  const [first = '', ...rest] = name.split('::').filter((part, index, all) => {
    return index === all.length - 1 || !context.names.namespaces.has(part);
  });
  return rest.reduce<Expression>((object, property) => ({ kind: 'member', object, property, at }), {
    kind: 'name',
    name: first,
    at,
  });
}
