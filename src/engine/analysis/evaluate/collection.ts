import type { Expression } from '../ir.ts';
import type { Value } from '../value.ts';
import { ANY_KEY, anyItem, collectionOf, MOST_ITEMS } from './items.ts';
import type { Machine } from './machine.ts';
import { joinTaints, mixedValue, UNKNOWN, withOrigin } from './make-value.ts';

type Of<Kind extends Expression['kind']> = Extract<Expression, { readonly kind: Kind }>;

/** A list, tuple, set or record as the literal shows it. */
export function evaluateCollection(machine: Machine, expression: Of<'sequence'> | Of<'record'>): Value {
  const fields = new Map<string, Value>();
  let isClosed = true;
  const add = (key: string | undefined, value: Value): void => {
    if (key === undefined || fields.size >= MOST_ITEMS) {
      isClosed = false;
      fields.set(ANY_KEY, mixedValue([fields.get(ANY_KEY), value]));
    } else fields.set(key, value);
  };
  if (expression.kind === 'sequence') {
    for (const item of expression.items) {
      if (item.kind === 'spread') {
        const spread = machine.evaluate(item.value);
        if (spread.isClosed === true && spread.fields !== undefined && isClosed) {
          for (const value of spread.fields.values()) add(String(fields.size), value);
        } else {
          add(undefined, anyItem(spread));
          isClosed = false;
        }
      } else add(isClosed ? String(fields.size) : undefined, withOrigin(machine.evaluate(item), item));
    }
    return collectionOf({ ...UNKNOWN, form: expression.form }, fields, isClosed);
  }
  for (const { key, value } of expression.entries) {
    const evaluated = withOrigin(machine.evaluate(value), value);
    if (key === undefined) {
      for (const [name, item] of evaluated.fields ?? []) add(name === ANY_KEY ? undefined : name, item);
      if (evaluated.isClosed !== true) add(undefined, anyItem(evaluated));
    } else {
      const name = machine.evaluate(key).constant?.value;
      add(typeof name === 'string' || typeof name === 'number' ? String(name) : undefined, evaluated);
    }
  }
  return collectionOf({ ...UNKNOWN, form: 'record' }, fields, isClosed);
}

/** The names that a comprehension binds are its own. */
export function evaluateComprehension(machine: Machine, { clauses, key, element, form }: Of<'comprehension'>): Value {
  const { frame } = machine;
  const before = frame.environment;
  frame.environment = before.branch();
  frame.loopDepth += 1;
  for (const { target, iterable, conditions } of clauses) {
    machine.store(target, anyItem(machine.evaluate(iterable)));
    for (const condition of conditions) {
      machine.evaluate(condition);
      machine.refine(condition, true);
    }
  }
  const keyValue = key === undefined ? undefined : machine.evaluate(key);
  const item = machine.evaluate(element);
  frame.loopDepth -= 1;
  frame.environment = before;
  const value = collectionOf(
    { ...UNKNOWN, form: form === 'record' || form === 'set' ? form : 'list' },
    new Map([[ANY_KEY, item]]),
    false,
  );
  return {
    ...value,
    taints: joinTaints(value.taints, keyValue?.taints ?? []),
    ...(item.isFixed === true && keyValue?.isFixed !== false ? { isFixed: true } : {}),
  };
}

/** An element: its attributes are assigned, as far as rules and property sinks are concerned. */
export function evaluateMarkup(machine: Machine, expression: Of<'markup'>): Value {
  const values: Value[] = [];
  for (const { name, value, at } of expression.attributes) {
    const given = withOrigin(machine.evaluate(value), value);
    const [inner] = given.fields?.values() ?? [];
    // A record with one entry (`{ __html: text }`) stands for what is in it.
    const evaluated = given.form === 'record' && given.fields?.size === 1 && inner !== undefined ? inner : given;
    values.push(evaluated);
    if (name === undefined) continue;
    machine.recorder.assignment({
      name: `markup.${expression.tag}.${name}`,
      property: name,
      target: value,
      object: undefined,
      key: undefined,
      value: evaluated,
      at,
      valueAt: value.at,
      within: machine.frame.unit?.fact,
    });
    for (const { kind, property } of machine.knowledge.propertySinks([
      `markup.${expression.tag}.${name}`,
      `markup.*.${name}`,
    ])) {
      machine.recordSink({
        kind,
        callee: property,
        at,
        argumentAt: value.at,
        path: machine.path,
        call: undefined,
        value: evaluated,
        taints: evaluated.taints,
        within: machine.frame.unit?.fact,
      });
    }
  }
  for (const child of expression.children) values.push(machine.evaluate(child));
  return { ...UNKNOWN, name: 'markup' };
}
