import type { Argument, Expression, RecordEntry } from '#engine/analysis/ir.ts';
import type { Lowering } from './lowering.ts';
import { isTextBuffer, typeExpression } from './type-name.ts';

/** `T{…}`: a list, a map, or a new object with its fields named. */
export function lowerComposite(context: Lowering, node: number): Expression {
  const type = context.child(node, 'type');
  const body = context.child(node, 'body');
  if (body < 0) return { kind: 'unknown', parts: [], at: context.place(node) };
  return literalOf(context, type, body, context.place(node));
}

function literalOf(context: Lowering, type: number, body: number, at: Expression['at']): Expression {
  if (context.depth > 200) return { kind: 'unknown', parts: [], at };
  context.depth += 1;
  const lowered = literalAt(context, type, body, at);
  context.depth -= 1;
  return lowered;
}

function literalAt(context: Lowering, type: number, body: number, at: Expression['at']): Expression {
  const children = context.children(body);
  const kind = type < 0 ? '' : context.type(type);
  if (kind === 'slice_type' || kind === 'array_type' || kind === 'implicit_length_array_type') {
    const element = context.child(type, 'element');
    const items = children.map((child) => elementOf(context, valueIn(context, child), element));
    return { kind: 'sequence', form: 'list', items, at };
  }
  const isKeyed = children.some((child) => context.type(child) === 'keyed_element');
  if (kind === 'map_type') {
    const value = context.child(type, 'value');
    return { kind: 'record', entries: children.map((child) => entryOf(context, child, value)), at };
  }
  const callee = kind === 'struct_type' ? undefined : typeExpression(context, type);
  if (isTextBuffer(callee) && children.length === 0) return { kind: 'literal', value: '', at };
  const isStruct = !isKeyed || children.every((child) => fieldName(context, child) !== undefined);
  if (callee === undefined || !isStruct) {
    if (isKeyed) return { kind: 'record', entries: children.map((child) => entryOf(context, child, -1)), at };
    return { kind: 'sequence', form: 'list', items: children.map((child) => elementOf(context, child, -1)), at };
  }
  const given = children.map((child): Argument => {
    const name = fieldName(context, child);
    return { ...(name === undefined ? {} : { name }), value: elementOf(context, valueIn(context, child), -1) };
  });
  return { kind: 'call', callee, arguments: given, isNew: true, at };
}

/** The value of an element, whether it has a key or not. */
function valueIn(context: Lowering, node: number): number {
  return context.type(node) === 'keyed_element' ? context.child(node, 'value') : node;
}

function fieldName(context: Lowering, node: number): string | undefined {
  const key = context.type(node) === 'keyed_element' ? context.child(node, 'key') : -1;
  const inner = key < 0 ? -1 : context.type(key) === 'literal_element' ? context.first(key) : key;
  if (inner < 0) return undefined;
  return /^(?:field_)?identifier$/.test(context.type(inner)) ? context.source(inner) : undefined;
}

function entryOf(context: Lowering, node: number, element: number): RecordEntry {
  const value = elementOf(context, valueIn(context, node), element);
  const key = context.type(node) === 'keyed_element' ? context.child(node, 'key') : -1;
  if (key < 0) return { value };
  const name = element < 0 ? fieldName(context, node) : undefined;
  if (name !== undefined) return { key: { kind: 'literal', value: name, at: context.place(key) }, value };
  return { key: elementOf(context, key, -1), value };
}

/** An element without a type of its own has that of the elements. */
function elementOf(context: Lowering, node: number, type: number): Expression {
  const inner = node >= 0 && context.type(node) === 'literal_element' ? context.first(node) : node;
  if (inner < 0) return { kind: 'unknown', parts: [], at: context.place(Math.max(node, 0)) };
  if (context.type(inner) !== 'literal_value') return context.expression(inner);
  const own = type >= 0 && context.type(type) === 'pointer_type' ? context.first(type) : type;
  return literalOf(context, own, inner, context.place(inner));
}
