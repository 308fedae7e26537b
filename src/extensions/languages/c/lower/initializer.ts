import type { Expression, RecordEntry } from '#engine/analysis/ir.ts';
import type { Lowering } from './lowering.ts';

/** `{ 1, 2 }` is a list; with designators (`{ .name = x, [3] = y }`) it is a record. */
export function lowerInitializerList(context: Lowering, node: number): Expression {
  const children = context.children(node).filter((child) => context.type(child) !== 'ERROR');
  const at = context.place(node);
  if (!children.some((child) => context.type(child) === 'initializer_pair')) {
    return { kind: 'sequence', form: 'list', items: children.map((child) => context.expression(child)), at };
  }
  const entries = children.map((child, position): RecordEntry => {
    if (context.type(child) !== 'initializer_pair') {
      return { key: { kind: 'literal', value: position, at: context.place(child) }, value: context.expression(child) };
    }
    const designators = context.children(child).filter((part) => context.field(part) === 'designator');
    const value = context.child(child, 'value');
    let lowered: Expression =
      value < 0 ? { kind: 'unknown', parts: [], at: context.place(child) } : context.expression(value);
    // `.a.b = 1` is `.a = { .b = 1 }`.
    for (const designator of designators.slice(1).reverse()) {
      lowered = { kind: 'record', entries: [{ key: keyOf(context, designator), value: lowered }], at: lowered.at };
    }
    const [first] = designators;
    // GNU's old `name: value`.
    const named = first ?? context.children(child)[0];
    return { ...(named === undefined ? {} : { key: keyOf(context, named) }), value: lowered };
  });
  return { kind: 'record', entries, at };
}

function keyOf(context: Lowering, designator: number): Expression {
  const [inner] = context.children(designator);
  const node = inner ?? designator;
  if (context.type(designator) === 'subscript_designator') return context.expression(node);
  return { kind: 'literal', value: context.source(node), at: context.place(node) };
}
