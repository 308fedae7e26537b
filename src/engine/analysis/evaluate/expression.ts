import { objectOfType } from './object-of-type.ts';
import type { CompareExpression, Expression } from '../ir.ts';
import type { Value } from '../value.ts';
import { evaluateCall } from './call.ts';
import { evaluateCollection, evaluateComprehension, evaluateMarkup } from './collection.ts';
import { compoundValue } from './bind.ts';
import { foldBinary, foldCompare, truthOf } from './fold.ts';
import { anyItem, narrowed, partOf } from './items.ts';
import type { Machine } from './machine.ts';
import { forgetPointed } from './pointed.ts';
import { readItem } from './read-item.ts';
import {
  constantValue,
  joinTaints,
  joinValues,
  mixedValue,
  NUMBER,
  partsOf,
  textValue,
  UNKNOWN,
  withOrigin,
} from './make-value.ts';

/** What an expression is worth. */
export function evaluateExpression(machine: Machine, expression: Expression): Value {
  machine.spend();
  switch (expression.kind) {
    case 'literal':
      return expression.form === 'regex'
        ? { ...constantValue(expression.value), name: 'regex', origin: expression }
        : constantValue(expression.value);
    case 'name':
      return evaluateName(machine, expression);
    case 'member': {
      const { object } = expression;
      // A pointer to an object is as good as the object.
      const whole = object.kind === 'unary' && object.operator === 'deref' ? object.operand : object;
      return machine.readMember(machine.evaluate(whole), expression.property, expression.at);
    }
    case 'index':
      return evaluateIndex(machine, expression);
    case 'slice':
      for (const part of [expression.lower, expression.upper, expression.step]) {
        if (part !== undefined) machine.evaluate(part);
      }
      return UNKNOWN;
    case 'call':
      return remembered(machine, expression, evaluateCall);
    case 'unary':
      return evaluateUnary(machine, expression);
    case 'binary':
      return evaluateSum(machine, expression);
    case 'compare':
      return evaluateCompare(machine, expression);
    case 'logical':
      return remembered(machine, expression, evaluateLogical);
    case 'conditional':
      return remembered(machine, expression, evaluateConditional);
    case 'template':
      return evaluateTemplate(machine, expression);
    case 'sequence':
    case 'record':
      return evaluateCollection(machine, expression);
    case 'spread':
      return anyItem(machine.evaluate(expression.value));
    case 'function':
      return machine.define(expression.function, undefined);
    case 'class':
      return machine.defineClass(expression.class);
    case 'assignment':
      return remembered(machine, expression, evaluateAssignment);
    case 'comprehension':
      return remembered(machine, expression, evaluateComprehension);
    case 'cast': {
      const value = machine.evaluate(expression.operand);
      return machine.knowledge.plainType(expression.type.name) === 'number' && (expression.type.pointers ?? 0) === 0
        ? NUMBER
        : namedByType(machine, value, expression);
    }
    case 'typed':
      if (expression.count !== undefined) machine.evaluate(expression.count);
      return expression.form === 'size' ? NUMBER : UNKNOWN;
    case 'markup':
      return evaluateMarkup(machine, expression);
    case 'unknown':
      return mixedValue(expression.parts.map(machine.evaluate));
  }
}

/** The value as what it is cast to, where tables know the type: its name says more than that of an unknown call. */
function namedByType(machine: Machine, value: Value, { type, at }: Of<'cast'>): Value {
  const known = machine.knowledge.annotationType(type.name);
  if (known === undefined && value === UNKNOWN) return objectOfType(machine, type.name);
  if (known === undefined || value.constant !== undefined || value.function !== undefined || value.class !== undefined)
    return value;
  if (value.name !== undefined && value.taints.length > 0) return value;
  const named = machine.named(machine.knowledge.canonical(known), at);
  return { ...value, ...named, taints: joinTaints(named.taints, value.taints), traits: value.traits };
}

/**
 * What an expression that has been evaluated is worth now: names are looked up anew, and what branches, calls or assigns is
 * not done a second time. Conditions are looked at again for what they tell; nested ones would double the work each time.
 */
export function evaluateAgain(machine: Machine, expression: Expression): Value {
  const { isAgain } = machine;
  machine.isAgain = true;
  try {
    return evaluateExpression(machine, expression);
  } finally {
    machine.isAgain = isAgain;
  }
}

function remembered<One extends Expression>(
  machine: Machine,
  expression: One,
  evaluate: (machine: Machine, expression: One) => Value,
): Value {
  const { isAgain, worth } = machine;
  const known = isAgain ? worth.get(expression) : undefined;
  if (known !== undefined) return known;
  machine.isAgain = false;
  const value = evaluate(machine, expression);
  machine.isAgain = isAgain;
  worth.set(expression, value);
  return value;
}

function evaluateAssignment(machine: Machine, { operator, target, value, at }: Of<'assignment'>): Value {
  const assigned = machine.evaluate(value);
  const stored = operator === undefined ? assigned : compoundValue(machine, operator, target, assigned);
  machine.bind(target, stored, at, value.at);
  return stored;
}

type Of<Kind extends Expression['kind']> = Extract<Expression, { readonly kind: Kind }>;

function evaluateName(machine: Machine, { name, at }: Of<'name'>): Value {
  const { frame, frontEnd } = machine;
  if (frontEnd.receiver === 'this' && name === 'this') return frame.self ?? UNKNOWN;
  const bound = frame.environment.get(name);
  if (bound !== undefined) return bound;
  const shared = frontEnd.modules.shared === undefined ? undefined : machine.sharedName(machine.path, name, name);
  if (shared !== undefined) return shared;
  const implicit = machine.knowledge.implicit(name) ?? name;
  return frame.environment.guardedValue(machine.named(machine.knowledge.canonical(implicit), at));
}

function evaluateIndex(machine: Machine, expression: Of<'index'>): Value {
  const { object, index } = expression;
  const collection = machine.evaluate(object);
  if (index.kind === 'slice') return sliced(machine, collection, index);
  return readItem(machine, expression, collection, machine.evaluate(index));
}

function sliced(machine: Machine, collection: Value, slice: Of<'slice'>): Value {
  const bound = (part: Expression | undefined): number | undefined | null => {
    if (part === undefined) return undefined;
    const value = machine.evaluate(part).constant?.value;
    return typeof value === 'number' ? value : null;
  };
  const lower = bound(slice.lower);
  const upper = bound(slice.upper);
  const text = collection.constant?.value;
  if (typeof text === 'string' && lower !== null && upper !== null && slice.step === undefined) {
    return { ...constantValue(text.slice(lower, upper)), taints: collection.taints };
  }
  const {
    constant: _constant,
    fields: _fields,
    isClosed: _closed,
    parts: _parts,
    parameter: _parameter,
    ...rest
  } = collection;
  return collection.traits.length > 0 || collection.part !== undefined ? { ...rest, part: 'item' } : rest;
}

function evaluateUnary(machine: Machine, expression: Of<'unary'>): Value {
  const { operator, operand } = expression;
  const value = machine.evaluate(operand);
  switch (operator) {
    case 'yield':
      machine.frame.yields.push(value);
      return value;
    case 'await':
      return value;
    case 'deref':
      // One character of a text, as `text[i]` is.
      return value.taints.length === 0 || value.fields !== undefined || value.form !== undefined
        ? value
        : machine.frame.environment.guardedValue({ ...value, ...partOf(value, 'item'), taints: narrowed(value, '[]') });
    case 'address':
      if (!machine.isAgain) forgetPointed(machine, operand);
      return value;
    case 'not': {
      const truth = truthOf(value);
      return truth === undefined ? { ...NUMBER, test: expression } : constantValue(!truth);
    }
    case 'minus':
      return typeof value.constant?.value === 'number' ? constantValue(-value.constant.value) : NUMBER;
    case 'plus':
    case 'invert':
    case 'size':
      return NUMBER;
    case 'increment':
    case 'decrement': {
      const isKnown = typeof value.constant?.value === 'number';
      const next = isKnown ? foldBinary(operator === 'increment' ? '+' : '-', value, constantValue(1)) : NUMBER;
      // A pointer that moves on still points to the same data.
      const after = value.taints.length > 0 && value.isNumeric !== true ? value : next;
      if (!machine.isAgain) machine.store(operand, after);
      return expression.isPostfix === true ? value : after;
    }
    case 'typeof':
      return { ...UNKNOWN, isFixed: true };
    case 'delete':
    case 'void':
      return UNKNOWN;
  }
}

/** Iterative on the left, as long sums lean that way. */
function evaluateSum(machine: Machine, expression: Of<'binary'>): Value {
  const pending: Of<'binary'>[] = [expression];
  let { left } = expression;
  while (left.kind === 'binary') {
    pending.push(left);
    ({ left } = left);
  }
  let value = withOrigin(machine.evaluate(left), left);
  for (const { operator, right } of pending.toReversed()) {
    machine.spend();
    value = foldBinary(operator, value, withOrigin(machine.evaluate(right), right));
  }
  return value;
}

function evaluateCompare(machine: Machine, expression: CompareExpression): Value {
  const left = machine.evaluate(expression.left);
  const right = machine.evaluate(expression.right);
  machine.recorder.compare({ expression, at: expression.at, left, right, within: machine.frame.unit?.fact });
  const folded = foldCompare(expression.operator, left, right);
  return folded === undefined ? { ...NUMBER, test: expression } : constantValue(folded);
}

function evaluateLogical(machine: Machine, expression: Of<'logical'>): Value {
  const { operator, left, right } = expression;
  const first = machine.evaluate(left);
  const truth = operator === 'coalesce' ? undefined : truthOf(first);
  if (truth !== undefined && truth === (operator === 'or')) return first;
  const isNothing = first.constant !== undefined && (first.constant.value ?? null) === null;
  if (operator === 'coalesce' && first.constant !== undefined && !isNothing) return first;
  const { frame } = machine;
  const before = frame.environment;
  const branch = before.branch();
  frame.environment = branch;
  if (operator !== 'coalesce') machine.refine(left, operator === 'and');
  const second = machine.evaluate(right);
  frame.environment = before;
  before.join([before.branch(), branch]);
  if (truth !== undefined || (operator === 'coalesce' && isNothing)) return second;
  return {
    ...joinValues(first, second),
    test: { ...expression, left: testOf(left, first), right: testOf(right, second) },
  };
}

/** The test that a name stands for, unless it is made of others: `ok = ok and ok` would grow for ever. */
function testOf(expression: Expression, { test }: Value): Expression {
  return expression.kind === 'name' && test !== undefined && test.kind !== 'logical' ? test : expression;
}

function evaluateConditional(machine: Machine, { test, then, otherwise }: Of<'conditional'>): Value {
  const truth = truthOf(machine.evaluate(test));
  const { frame } = machine;
  const before = frame.environment;
  const side = (expression: Expression, outcome: boolean): readonly [Value, typeof before] => {
    const branch = before.branch();
    frame.environment = branch;
    machine.refine(test, outcome);
    const value = machine.evaluate(expression);
    frame.environment = before;
    return [value, branch];
  };
  if (truth !== undefined) {
    const [value, branch] = side(truth ? then : otherwise, truth);
    before.join([branch]);
    return value;
  }
  const [yes, thenBranch] = side(then, true);
  const [no, otherBranch] = side(otherwise, false);
  before.join([thenBranch, otherBranch]);
  return joinValues(yes, no);
}

function evaluateTemplate(machine: Machine, { parts, tag, at }: Of<'template'>): Value {
  const values = parts.map((part) => withOrigin(machine.evaluate(part), part));
  if (tag !== undefined) {
    const evaluated = machine.evaluate(tag);
    return {
      ...mixedValue(values),
      ...(evaluated.name === undefined ? {} : { name: machine.knowledge.canonical(`${evaluated.name}()`) }),
      origin: { kind: 'template', parts, tag, at },
    };
  }
  const text = textValue(values.flatMap((value) => (value.fields === undefined ? partsOf(value) : [value])));
  return text;
}
