import type { Expression, Place } from '../ir.ts';
import type { Value } from '../value.ts';
import { foldBinary } from './fold.ts';
import { ANY_KEY, anyItem, itemAt, withItem } from './items.ts';
import type { Machine } from './machine.ts';
import { afterStep, isHarmful, joinTaints, joinValues, UNKNOWN } from './make-value.ts';
import { fillPointed, pointedBy } from './pointed.ts';

/** Gives a target a value and records the assignment for rules; patterns bind each of their parts. */
export function bindTarget(machine: Machine, target: Expression, value: Value, at: Place, valueAt: Place): void {
  switch (target.kind) {
    case 'name': {
      const stepped = withStep(machine, value, at, target.name);
      record(machine, target, target.name, target.name, stepped, at, valueAt, undefined, undefined);
      if (machine.frame.environment.get(target.name) === undefined) {
        const global = machine.knowledge.canonical(machine.knowledge.implicit(target.name) ?? target.name);
        propertySinks(machine, [global], value, at, valueAt);
      }
      machine.frame.environment.set(target.name, stepped);
      return;
    }
    case 'member': {
      const object = machine.evaluate(target.object);
      const name =
        object.name === undefined
          ? `*.${target.property}`
          : machine.knowledge.canonical(`${object.name}.${target.property}`);
      record(machine, target, name, target.property, value, at, valueAt, object, undefined);
      propertySinks(machine, [name, `*.${target.property}`], value, at, valueAt);
      storeIn(machine, target.object, target.property, withStep(machine, value, at, target.property));
      return;
    }
    case 'index': {
      const object = machine.evaluate(target.object);
      const key = target.index.kind === 'slice' ? UNKNOWN : machine.evaluate(target.index);
      const constant = key.constant?.value;
      const property = typeof constant === 'string' || typeof constant === 'number' ? String(constant) : undefined;
      const name = `${object.name ?? '*'}[${property ?? ''}]`;
      record(machine, target, name, property ?? '', value, at, valueAt, object, key);
      propertySinks(
        machine,
        property === undefined
          ? [`${object.name ?? '*'}[]`]
          : [
              `${object.name ?? '*'}[]`,
              `*.${property}`,
              ...(object.name === undefined ? [] : [`${object.name}.${property}`]),
            ],
        value,
        at,
        valueAt,
      );
      storeIn(machine, target.object, property ?? ANY_KEY, value);
      return;
    }
    case 'sequence':
      target.items.forEach((item, index) => {
        if (item.kind === 'spread') bindTarget(machine, item.value, anyItem(value), at, valueAt);
        else bindTarget(machine, item, resultAt(machine, value, index, item), at, valueAt);
      });
      return;
    case 'record':
      for (const { key, value: part } of target.entries) {
        if (key === undefined) bindTarget(machine, part, value, at, valueAt);
        else {
          const name = machine.evaluate(key).constant?.value;
          bindTarget(
            machine,
            part,
            typeof name === 'string' ? machine.readMember(value, name, part.at) : anyItem(value),
            at,
            valueAt,
          );
        }
      }
      return;
    case 'assignment': {
      // A pattern's default: `{ a = 1 }`.
      const fallback = machine.evaluate(target.value);
      bindTarget(
        machine,
        target.target,
        value === UNKNOWN
          ? { ...fallback, taints: value.taints }
          : value.constant?.value === undefined && value.constant !== undefined
            ? fallback
            : joinValues(value, { ...UNKNOWN, taints: fallback.taints }),
        at,
        valueAt,
      );
      return;
    }
    case 'spread':
      bindTarget(machine, target.value, anyItem(value), at, valueAt);
      return;
    case 'cast':
      bindTarget(machine, target.operand, value, at, valueAt);
      return;
    case 'unary': {
      if (target.operator !== 'deref') return;
      const before = machine.evaluate(target.operand);
      // A character of a text, or what a caller's variable gets.
      if (value.taints.length > 0) {
        fillPointed(machine, target.operand, { ...before, taints: joinTaints(before.taints, value.taints) });
      }
      return;
    }
    default:
      machine.evaluate(target);
  }
}

/** One of the results of a call, or an item of what is taken apart. */
function resultAt({ frontEnd, knowledge }: Machine, value: Value, index: number, target: Expression): Value {
  const { outcomeNames } = frontEnd;
  if (outcomeNames === undefined) return itemAt(value, String(index));
  const isRow = value.form === 'tuple' && value.fields !== undefined;
  const item = isRow ? itemAt(value, String(index)) : value;
  if (index > 0 && target.kind === 'name' && outcomeNames.test(target.name)) {
    const test = (isRow ? item.test : undefined) ?? value.test;
    const known = isRow && test === undefined ? item : UNKNOWN;
    return { ...known, taints: [], ...(test === undefined ? {} : { test }) };
  }
  if (isRow || index === 0) return item;
  const name = value.name === undefined ? undefined : knowledge.canonical(`${value.name}.${String(index)}`);
  return { ...itemAt(value, String(index)), ...(name === undefined ? {} : { name }) };
}

/** As `bindTarget`, for what is no assignment in the text: loops, and calls that change their object. */
export function storeValue(machine: Machine, target: Expression, value: Value): void {
  switch (target.kind) {
    case 'name':
      if (target.name === 'this' && machine.frontEnd.receiver === 'this') return;
      machine.frame.environment.set(target.name, value);
      return;
    case 'member':
      storeIn(machine, target.object, target.property, value);
      return;
    case 'index': {
      const key = target.index.kind === 'slice' ? undefined : machine.again(target.index).constant?.value;
      storeIn(
        machine,
        target.object,
        typeof key === 'string' || typeof key === 'number' ? String(key) : ANY_KEY,
        value,
      );
      return;
    }
    case 'sequence':
      target.items.forEach((item, index) => {
        storeValue(machine, item, item.kind === 'spread' ? anyItem(value) : resultAt(machine, value, index, item));
      });
      return;
    case 'record':
      for (const { key, value: part } of target.entries) {
        const name = key === undefined ? undefined : machine.again(key).constant?.value;
        storeValue(machine, part, typeof name === 'string' ? machine.readMember(value, name, part.at) : value);
      }
      return;
    case 'assignment':
      storeValue(machine, target.target, value);
      return;
    case 'unary':
      // What is stored behind the address of something is stored in it.
      if (target.operator === 'address') storeValue(machine, target.operand, value);
      return;
    case 'spread':
      storeValue(machine, target.value, value);
      return;
    case 'cast': {
      const { target: inner } = pointedBy(target);
      if (inner !== target) storeValue(machine, inner, value);
      return;
    }
    default:
  }
}

/** The value of a compound assignment such as `a += b`. */
export function compoundValue(machine: Machine, operator: string, target: Expression, value: Value): Value {
  return foldBinary(operator, machine.again(target), value);
}

/** Sets a property of whatever `object` stands for, down to the variable at its root. */
function storeIn(machine: Machine, given: Expression, key: string, value: Value): void {
  const object = given.kind === 'unary' || given.kind === 'cast' ? pointedBy(given).target : given;
  const before = machine.again(object);
  // A character of a text: its end, most of all.
  if (value.isNumeric === true && before.fields === undefined && before.form === undefined && isTextual(before)) return;
  if (before.class !== undefined && before.form === 'object') {
    const fields = machine.classUnitOf(before.class.class)?.fields;
    const known = fields?.get(key);
    fields?.set(key, known === undefined ? value : joinValues(known, value));
  }
  if (object.kind === 'name' || object.kind === 'member' || object.kind === 'index') {
    // A name that nothing binds is not ours to change, unless this is where it is filled: `exports.run = run`.
    if (object.kind === 'name' && object.name === 'exports') machine.exportValue(key, value);
    if (
      object.kind === 'member' &&
      object.object.kind === 'name' &&
      object.object.name === 'module' &&
      object.property === 'exports'
    ) {
      machine.exportValue(key, value);
    }
    if (object.kind === 'name' && object.name === 'module' && key === 'exports') {
      machine.exportValue('default', value);
      for (const [name, item] of value.fields ?? []) machine.exportValue(name, item);
    }
    storeValue(machine, object, withItem(before, key, value));
  }
}

function isTextual({ constant, parts, isStorage }: Value): boolean {
  return typeof constant?.value === 'string' || parts !== undefined || isStorage === true;
}

function record(
  machine: Machine,
  target: Expression,
  name: string,
  property: string,
  value: Value,
  at: Place,
  valueAt: Place,
  object: Value | undefined,
  key: Value | undefined,
): void {
  machine.recorder.assignment({
    name,
    property,
    target,
    object,
    key,
    value,
    at,
    valueAt,
    within: machine.frame.unit?.fact,
  });
}

function propertySinks(machine: Machine, names: readonly string[], value: Value, at: Place, valueAt: Place): void {
  for (const { kind, property } of machine.knowledge.propertySinks(names)) {
    machine.recordSink({
      kind,
      callee: property,
      at,
      argumentAt: valueAt,
      path: machine.path,
      call: undefined,
      value,
      taints: value.taints
        .filter((taint) => isHarmful(taint, kind))
        .map((taint) =>
          afterStep(taint, {
            path: machine.path,
            at,
            message: `It is assigned to '${property.replace(/^\*\./, '')}'.`,
          }),
        ),
      within: machine.frame.unit?.fact,
    });
  }
}

function withStep(machine: Machine, value: Value, at: Place, name: string): Value {
  if (value.taints.length === 0) return value;
  const step = { path: machine.path, at, message: `It is in '${name}'.` };
  return { ...value, taints: value.taints.map((taint) => afterStep(taint, step)) };
}
