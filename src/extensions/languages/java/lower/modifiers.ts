import type { Argument, Expression } from '#engine/analysis/ir.ts';
import { childOf, kindOf, type Lowering, lowerExpression, partsOf, placeOf, sourceOf } from './lowering.ts';

/** Annotations among modifiers, each as a call: `@GetMapping("/x")`, `@Override()`. */
export function annotationsOf(lowering: Lowering, modifiers: number): Expression[] {
  return partsOf(lowering, modifiers)
    .filter((part) => /annotation$/.test(kindOf(lowering, part)))
    .map((part) => lowerAnnotation(lowering, part));
}

function lowerAnnotation(lowering: Lowering, node: number): Expression {
  const at = placeOf(lowering, node);
  const named = childOf(lowering, node, 'name');
  const [first = '', ...rest] = named < 0 ? [] : sourceOf(lowering, named).replace(/\s+/g, '').split('.');
  const callee = rest.reduce<Expression>((object, property) => ({ kind: 'member', object, property, at }), {
    kind: 'name',
    name: first,
    at: named < 0 ? at : placeOf(lowering, named),
  });
  const list = childOf(lowering, node, 'arguments');
  const given = list < 0 ? [] : partsOf(lowering, list).map((part) => lowerPair(lowering, part));
  // The path of a route counts as its first argument, with or without its name.
  const main = given.findIndex(({ name }) => name === undefined || name === 'value' || name === 'path');
  const found = main < 0 ? undefined : given[main];
  const ordered =
    found === undefined ? given : [{ value: found.value }, ...given.filter((_one, index) => index !== main)];
  return { kind: 'call', callee, arguments: ordered, at };
}

function lowerPair(lowering: Lowering, node: number): Argument {
  if (kindOf(lowering, node) !== 'element_value_pair') return { value: lowerElement(lowering, node) };
  const key = childOf(lowering, node, 'key');
  return {
    ...(key < 0 ? {} : { name: sourceOf(lowering, key) }),
    value: lowerElement(lowering, childOf(lowering, node, 'value')),
  };
}

function lowerElement(lowering: Lowering, node: number): Expression {
  if (node >= 0 && kindOf(lowering, node) === 'element_value_array_initializer') {
    const items = partsOf(lowering, node).map((part) => lowerExpression(lowering, part));
    return { kind: 'sequence', form: 'list', items, at: placeOf(lowering, node) };
  }
  return lowerExpression(lowering, node);
}
