import type { Expression } from '../ir.ts';
import type { Value } from '../value.ts';
import { anyItem, itemAt } from './items.ts';
import type { Machine } from './machine.ts';
import { constantValue, UNKNOWN } from './make-value.ts';

/** What `collection[key]` is worth, both evaluated already. */
export function readItem(
  machine: Machine,
  expression: Extract<Expression, { readonly kind: 'index' }>,
  collection: Value,
  keyValue: Value,
): Value {
  const { at } = expression;
  const key = keyValue.constant?.value;
  if (typeof key === 'string' || typeof key === 'number') {
    const text = collection.constant?.value;
    if (typeof text === 'string' && typeof key === 'number') {
      const letter = text.at(key);
      return letter === undefined ? UNKNOWN : constantValue(letter);
    }
    if (collection.fields !== undefined) {
      const found = itemAt(collection, String(key));
      if (found !== UNKNOWN) return machine.frame.environment.guardedValue(found);
    }
    const { fields: _fields, isClosed: _closed, form: _form, ...bare } = collection;
    const member = machine.readMember({ ...bare, taints: [] }, String(key), at);
    const item = itemAt(collection, String(key));
    return machine.frame.environment.guardedValue({
      ...item,
      taints: member.taints.length > 0 ? member.taints : item.taints,
      ...(member.name === undefined ? {} : { name: member.name }),
    });
  }
  machine.recorder.index({ expression, at, object: collection, index: keyValue, within: machine.frame.unit?.fact });
  return machine.frame.environment.guardedValue(anyItem(collection));
}
