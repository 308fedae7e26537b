import type { Expression, TypeName } from '../ir.ts';
import { checkTarget } from './access.ts';
import { arithmetic } from './arithmetic.ts';
import { castValue } from './cast-value.ts';
import { eitherValue } from './either-value.ts';
import { isSame } from './is-same.ts';
import { assignTo, fromOutside, share } from './assign.ts';
import { functionValue } from './function-value.ts';
import { checkScale } from './check-scale.ts';
import { checkDistance } from './check-distance.ts';
import { checkAllocation } from './check-allocation.ts';
import { branch } from './assume.ts';
import { claimedField } from './claimed-field.ts';
import { checkElement } from './check-element.ts';
import { callFunction } from './call-function.ts';
import { testEnds } from './ended-by.ts';
import { constant, isConstant, negated, times, ZERO } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import { type MemoryState, type MemoryValue, NOTHING } from './memory-state.ts';
import { keyOf, movedPointer, readInto, sizeOf, storageOf, stride, typeOf } from './place-of-value.ts';
import { elementType, isScalar } from './type-size.ts';
import { outcomeCode } from './outcome-code.ts';
import { bitsOfBytes } from './put-together.ts';
import { decodedBits } from './decoded-number.ts';
import { checkWrappingTest, isSizeOf } from './wrapping-size.ts';

/** What an expression is worth; changes the state by what it does. */
export function evaluate(machine: MemoryMachine, state: MemoryState, expression: Expression): MemoryValue {
  machine.spend();
  if (!machine.enterExpression()) return NOTHING;
  const value = evaluateNested(machine, state, expression);
  machine.leaveExpression();
  return value;
}

function evaluateNested(machine: MemoryMachine, state: MemoryState, expression: Expression): MemoryValue {
  switch (expression.kind) {
    case 'literal':
      return literal(machine, state, expression);
    case 'name':
      return variable(machine, state, expression);
    case 'member':
    case 'index':
      return loaded(machine, state, expression);
    case 'unary':
      return unary(machine, state, expression);
    case 'binary':
      return binary(machine, state, expression);
    case 'compare': {
      const left = evaluate(machine, state, expression.left);
      const right = evaluate(machine, state, expression.right);
      checkWrappingTest(machine, state, expression);
      const outcome = isSame(state, left, right);
      if (outcome !== undefined && (expression.operator === '==' || expression.operator === '!='))
        return { kind: 'number', value: constant(outcome === (expression.operator === '==') ? 1 : 0) };
      return truth(machine, state);
    }
    case 'logical':
      // The right side is looked at where the left one lets it run; what it does there is not kept.
      branch(machine, state.copy(), expression);
      evaluateQuietly(machine, state, expression.left);
      return truth(machine, state);
    case 'conditional':
      return eitherValue(machine, state, expression);
    case 'assignment':
      return assignTo(machine, state, expression);
    case 'call':
      return callFunction(machine, state, expression);
    case 'cast': {
      // `(void)unused;` is for the compiler.
      if (
        expression.type.name === 'void' &&
        (expression.type.pointers ?? 0) === 0 &&
        expression.operand.kind === 'name'
      )
        return NOTHING;
      const value = evaluate(machine, state, expression.operand);
      if (value.kind === 'pointer') {
        const element = elementType(expression.type);
        return element === undefined || element.name === 'void' ? value : { ...value, type: element };
      }
      return castValue(machine, state, value, expression);
    }
    case 'typed':
      return typed(machine, state, expression);
    case 'sequence': {
      let last: MemoryValue = NOTHING;
      for (const item of expression.items) last = evaluate(machine, state, item);
      return expression.form === 'tuple' ? last : NOTHING;
    }
    case 'record':
      for (const { value } of expression.entries) share(state, evaluate(machine, state, value));
      return NOTHING;
    case 'spread':
      return evaluate(machine, state, expression.value);
    case 'template':
    case 'unknown':
      for (const part of expression.parts) evaluate(machine, state, part);
      return NOTHING;
    default:
      return NOTHING;
  }
}

/** Again, for what it does to the state: what was wrong with it has been said. */
function evaluateQuietly(machine: MemoryMachine, state: MemoryState, expression: Expression): void {
  if (expression.kind !== 'name' && expression.kind !== 'literal') evaluate(machine, state, expression);
}

type Of<Kind extends Expression['kind']> = Extract<Expression, { readonly kind: Kind }>;

function truth(machine: MemoryMachine, state: MemoryState): MemoryValue {
  return { kind: 'number', value: machine.number(state, 'test', { low: ZERO, high: constant(1) }) };
}

function literal(machine: MemoryMachine, state: MemoryState, expression: Of<'literal'>): MemoryValue {
  const { value } = expression;
  if (value === null) return { kind: 'null' };
  if (typeof value === 'number') return { kind: 'number', value: constant(value) };
  if (typeof value === 'boolean') return { kind: 'number', value: constant(value ? 1 : 0) };
  if (typeof value !== 'string') return NOTHING;
  const id = machine.literal(expression);
  if (state.region(id) === undefined) {
    state.regions.set(id, {
      id,
      storage: 'literal',
      name: 'a literal',
      at: expression.at,
      size: constant(value.length + 1),
      text: constant(value.length),
      nullness: 'never',
      isShared: true,
    });
  }
  return { kind: 'pointer', region: id, offset: ZERO, type: { name: 'char' } };
}

function variable(machine: MemoryMachine, state: MemoryState, { name, at }: Of<'name'>): MemoryValue {
  if (!machine.isLocal(name)) {
    const known = machine.program.constants.get(name);
    if (known !== undefined) return { kind: 'number', value: constant(known) };
    if (machine.program.functions.has(name)) return functionValue(machine, state, name, at);
  }
  const type = machine.typeOfVariable(name);
  const id = machine.variable(name);
  if (type?.sizes !== undefined && type.sizes.length > 0) {
    declareGlobal(machine, state, id, name, type, at);
    const element = elementType(type);
    return { kind: 'pointer', region: id, offset: ZERO, ...(element !== undefined && { type: element }) };
  }
  const outcome = type === undefined && !machine.isLocal(name) ? outcomeCode(machine, state, name, id) : undefined;
  return outcome ?? valueAt(machine, state, `r${id}`, type, name, at);
}

/** Arrays of the file come to be where they are first used. */
function declareGlobal(
  machine: MemoryMachine,
  state: MemoryState,
  id: number,
  name: string,
  type: TypeName,
  at: { readonly start: number; readonly end: number },
): void {
  if (state.region(id) !== undefined) return;
  const size = storageOf(machine, state, type);
  state.regions.set(id, {
    id,
    storage: 'global',
    name,
    at,
    ...(size !== undefined && { size }),
    nullness: 'never',
    isShared: true,
  });
}

function valueAt(
  machine: MemoryMachine,
  state: MemoryState,
  key: string,
  type: TypeName | undefined,
  name: string,
  at: { readonly start: number; readonly end: number },
): MemoryValue {
  const known = state.values.get(key);
  if (known?.kind === 'uninitialised') {
    machine.report('uninitialised', at, `'${name}' is read before anything was put into it.`, 'medium');
    state.values.delete(key);
  } else if (known !== undefined) return known;
  const made = fromOutside(machine, state, type, name, at, readInto(state, key));
  state.values.set(key, made);
  return made;
}

/** A member, or an element of an array. */
function loaded(machine: MemoryMachine, state: MemoryState, expression: Of<'member'> | Of<'index'>): MemoryValue {
  const type = typeOf(machine, expression);
  const key = keyOf(machine, state, expression, false);
  const name = expression.kind === 'member' ? expression.property : 'element';
  if (key !== undefined) {
    if (type?.sizes !== undefined && type.sizes.length > 0) {
      const id = machine.member(key);
      if (state.region(id) === undefined) {
        const whole = storageOf(machine, state, type);
        // `char text[1];` at the end of a structure stands for as many as are allocated.
        const size = whole !== undefined && isOfOne(type) ? undefined : whole;
        const storage = 'outside';
        state.regions.set(id, {
          id,
          storage,
          name,
          at: expression.at,
          ...(size !== undefined && { size }),
          nullness: 'never',
          isShared: true,
        });
      }
      const element = elementType(type);
      return { kind: 'pointer', region: id, offset: ZERO, ...(element !== undefined && { type: element }) };
    }
    const value = valueAt(machine, state, key, type, name, expression.at);
    return value.kind === 'unknown' && expression.kind === 'member'
      ? claimedField(machine, state, expression, key)
      : value;
  }
  const base = expression.kind === 'index' ? evaluateBase(machine, state, expression.object) : undefined;
  if (type?.sizes !== undefined && type.sizes.length > 0 && base?.kind === 'pointer') {
    const element = elementType(type);
    return { ...base, ...(element !== undefined && { type: element }) };
  }
  const origin = base?.kind === 'pointer' ? state.region(base.region)?.origin : undefined;
  return fromOutside(machine, state, type, name, expression.at, origin);
}

/** The array itself, once more: its bounds have been looked at. */
function isOfOne({ sizes }: TypeName): boolean {
  const [size] = sizes ?? [];
  return size?.kind === 'literal' && (size.value === 0 || size.value === 1);
}

function evaluateBase(machine: MemoryMachine, state: MemoryState, object: Expression): MemoryValue | undefined {
  return object.kind === 'name' ? evaluate(machine, state, object) : undefined;
}

function unary(machine: MemoryMachine, state: MemoryState, expression: Of<'unary'>): MemoryValue {
  const { operator, operand, at } = expression;
  switch (operator) {
    case 'address':
      return address(machine, state, operand);
    case 'deref': {
      const type = typeOf(machine, expression);
      const key = keyOf(machine, state, expression, false);
      if (key !== undefined && isEmptyLiteral(state, key)) return { kind: 'number', value: ZERO };
      if (key !== undefined && type !== undefined && isScalar(machine.program.table, type))
        return valueAt(machine, state, key, type, 'value', at);
      const base = operand.kind === 'name' ? state.values.get(`r${machine.variable(operand.name)}`) : undefined;
      const origin = base?.kind === 'pointer' ? state.region(base.region)?.origin : undefined;
      return fromOutside(machine, state, type, 'value', at, origin);
    }
    case 'size': {
      if (operand.kind === 'literal' && typeof operand.value === 'string')
        return { kind: 'number', value: constant(operand.value.length + 1) };
      // A name that no declaration makes a variable is one of a type.
      const type = typeOf(machine, operand) ?? (operand.kind === 'name' ? { name: operand.name } : undefined);
      const isArray = operand.kind === 'name' && (type?.sizes?.length ?? 0) > 0;
      const own = isArray ? state.region(machine.variable(operand.name))?.size : undefined;
      const size = own ?? (type === undefined ? undefined : storageOf(machine, state, type));
      return size === undefined ? NOTHING : { kind: 'number', value: size };
    }
    case 'increment':
    case 'decrement': {
      const before = evaluate(machine, state, operand);
      const after = arithmetic(machine, state, {
        operator: operator === 'increment' ? '+' : '-',
        left: before,
        right: { kind: 'number', value: constant(1) },
        type: typeOf(machine, operand),
        at,
      });
      const key = keyOf(machine, state, operand, true);
      if (key !== undefined) state.values.set(key, after);
      return expression.isPostfix === true ? before : after;
    }
    case 'minus': {
      const value = evaluate(machine, state, operand);
      return value.kind === 'number' ? { kind: 'number', value: negated(value.value) } : NOTHING;
    }
    case 'plus':
      return evaluate(machine, state, operand);
    case 'not':
      evaluate(machine, state, operand);
      return truth(machine, state);
    default:
      evaluate(machine, state, operand);
      return NOTHING;
  }
}

/** `""`: what is read there is the end of it. */
function isEmptyLiteral(state: MemoryState, key: string): boolean {
  const region = state.region(Number(key.slice(1)));
  return region?.storage === 'literal' && region.text !== undefined && isConstant(region.text) && region.text.add === 0;
}

function address(machine: MemoryMachine, state: MemoryState, operand: Expression): MemoryValue {
  if (operand.kind === 'name') {
    const type = machine.typeOfVariable(operand.name);
    const id = machine.variable(operand.name);
    if (state.region(id) === undefined) {
      const size = type === undefined ? undefined : storageOf(machine, state, type);
      const storage = machine.isLocal(operand.name) ? 'stack' : 'global';
      state.regions.set(id, {
        id,
        storage,
        name: operand.name,
        at: operand.at,
        ...(size !== undefined && { size }),
        nullness: 'never',
      });
    }
    return { kind: 'pointer', region: id, offset: ZERO, ...(type !== undefined && { type }) };
  }
  if (operand.kind === 'unary' && operand.operator === 'deref') return evaluate(machine, state, operand.operand);
  if (operand.kind === 'index') {
    const pointer = evaluate(machine, state, operand.object);
    const index = evaluate(machine, state, operand.index);
    if (index.kind !== 'number') return NOTHING;
    const type = typeOf(machine, operand);
    checkElement(machine, state, pointer, index.value, operand);
    return movedPointer(
      pointer,
      index.value,
      type === undefined ? stride(machine, state, pointer, undefined) : sizeOf(machine, state, type),
    );
  }
  if (operand.kind === 'member') {
    const { object } = operand;
    // Only what it points to is of interest, not whether it may be followed; but it has to be there.
    if (object.kind === 'unary' && object.operator === 'deref') {
      const base = evaluate(machine, state, object.operand);
      const region = base.kind === 'pointer' ? state.region(base.region) : undefined;
      if (region !== undefined && state.isGone(region)) checkTarget(machine, state, base, operand.at);
      // Whoever has a member by its address has the whole, and may set the member.
      share(state, base);
      if (base.kind === 'pointer') state.values.delete(`r${base.region}.${operand.property}`);
    } else if (object.kind === 'name') state.values.delete(`r${machine.variable(object.name)}.${operand.property}`);
  }
  return NOTHING;
}

function binary(machine: MemoryMachine, state: MemoryState, expression: Of<'binary'>): MemoryValue {
  const left = evaluate(machine, state, expression.left);
  const right = evaluate(machine, state, expression.right);
  testEnds(state, left, right);
  const { operator, at } = expression;
  if (operator === '+' || operator === '-') checkScale(machine, state, expression.left, expression.right, at);
  if (left.kind === 'pointer' && right.kind === 'number' && (operator === '+' || operator === '-')) {
    const by = operator === '+' ? right.value : negated(right.value);
    return movedPointer(left, by, stride(machine, state, left, typeOf(machine, expression.left)));
  }
  if (right.kind === 'pointer' && left.kind === 'number' && operator === '+') {
    return movedPointer(right, left.value, stride(machine, state, right, typeOf(machine, expression.right)));
  }
  if (operator === '-') checkDistance(machine, state, left, right, at);
  const type = typeOf(machine, expression.left) ?? typeOf(machine, expression.right);
  const bits = operator === '|' || operator === '+' ? bitsOfBytes(expression) : undefined;
  if (bits !== undefined && left.kind !== 'pointer' && right.kind !== 'pointer')
    return { kind: 'number', value: decodedBits(machine, state, bits) };
  const isSize = isSizeOf(expression.left) || isSizeOf(expression.right);
  return arithmetic(machine, state, { operator, left, right, type, ...(isSize && { isSize }), at });
}

function typed(machine: MemoryMachine, state: MemoryState, expression: Of<'typed'>): MemoryValue {
  const { form, type, count, at } = expression;
  if (form === 'size') {
    const size = storageOf(machine, state, type);
    return size === undefined ? NOTHING : { kind: 'number', value: size };
  }
  const given = count === undefined ? undefined : evaluate(machine, state, count);
  const size = given?.kind === 'number' ? times(sizeOf(machine, state, type), given.value) : undefined;
  if (size !== undefined) checkAllocation(machine, state, size, at);
  const region = machine.newRegion(state, {
    storage: 'heap',
    name: count === undefined ? 'new' : 'new[]',
    at,
    family: count === undefined ? 'new' : 'new[]',
    nullness: 'never',
    ...(count === undefined ? { size: sizeOf(machine, state, type) } : size !== undefined && { size }),
  });
  return { kind: 'pointer', region, offset: ZERO, type };
}
