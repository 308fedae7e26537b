import type { Expression, Place, TypeName } from '../ir.ts';
import { arithmetic, narrowed } from './arithmetic.ts';
import { constant, isConstant, ZERO } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import { type MemoryState, type MemoryValue, NOTHING, type Origin, type SymbolFacts } from './memory-state.ts';
import { keyOf, typeOf } from './place-of-value.ts';
import { elementType, integerType } from './type-size.ts';

/** `a = b`, `a += b`; as a statement or inside an expression. */
export function assignTo(
  machine: MemoryMachine,
  state: MemoryState,
  assigned: { readonly target: Expression; readonly value: Expression; readonly operator?: string; readonly at: Place },
): MemoryValue {
  const { target, operator, at } = assigned;
  let value = machine.evaluate(state, assigned.value);
  if (operator !== undefined) {
    const before = machine.evaluate(state, target);
    value = arithmetic(machine, state, { operator, left: before, right: value, type: typeOf(machine, target), at });
  }
  return store(machine, state, target, value, at);
}

/** Puts a value where an expression says. */
export function store(
  machine: MemoryMachine,
  state: MemoryState,
  target: Expression,
  value: MemoryValue,
  at: Place,
): MemoryValue {
  const type = typeOf(machine, target);
  const isKept = type === undefined || (isElement(target) && isByte(machine, value, type));
  const kept = isKept ? value : converted(machine, state, value, type, nameOf(target), at);
  const key = keyOf(machine, state, target, true);
  if (key !== undefined) {
    state.values.deleteMembers(key);
    state.values.set(key, kept);
  }
  if (key === undefined || !isOwn(machine, target)) share(state, kept);
  if (target.kind === 'index') endText(machine, state, target, kept);
  return kept;
}

function isElement(target: Expression): boolean {
  return target.kind === 'index' || (target.kind === 'unary' && target.operator === 'deref');
}

/** Bytes are written as they are on the wire: `header[0] = 0xa1`. */
function isByte(machine: MemoryMachine, value: MemoryValue, type: TypeName): boolean {
  if (value.kind !== 'number' || !isConstant(value.value)) return false;
  return integerType(machine.program.table, type)?.bits === 8 && value.value.add >= 0 && value.value.add < 256;
}

function nameOf(target: Expression): string {
  if (target.kind === 'name') return target.name;
  return target.kind === 'member' ? target.property : 'element';
}

/** A variable of this function, or a member of a structure that is one. */
function isOwn(machine: MemoryMachine, target: Expression): boolean {
  let root = target;
  while (root.kind === 'member') root = root.object;
  return root.kind === 'name' && machine.isLocal(root.name);
}

/** What is in a variable, and in its members, may be something else now. */
export function forgetValues(state: MemoryState, id: number): void {
  state.values.delete(`r${id}`);
  state.values.deleteMembers(`r${id}`);
}

/** `buffer[n] = 0` ends a text. */
function endText(
  machine: MemoryMachine,
  state: MemoryState,
  target: Extract<Expression, { kind: 'index' }>,
  value: MemoryValue,
): void {
  const isEnd = value.kind === 'number' && isConstant(value.value) && value.value.add === 0;
  const isPlace = target.object.kind === 'name' || target.object.kind === 'member';
  const base = isPlace ? machine.evaluate(state, target.object) : NOTHING;
  if (base.kind !== 'pointer' || !isConstant(base.offset) || base.offset.add !== 0) return;
  const region = state.region(base.region);
  if (region === undefined) return;
  if (!isEnd) return;
  const index = machine.evaluate(state, target.index);
  const { text: _text, ...rest } = region;
  const filled = region.filled;
  const isWhole =
    index.kind === 'number' &&
    filled !== undefined &&
    isConstant(filled) &&
    isConstant(index.value) &&
    filled.add >= index.value.add;
  state.regions.set(region.id, {
    ...rest,
    isUnterminated: false,
    isCut: false,
    ...(isWhole
      ? { text: index.value }
      : {
          text: machine.number(state, 'length', { low: ZERO, ...(index.kind === 'number' && { high: index.value }) }),
        }),
  });
}

/** The value as the type holds it: what is not known becomes a number or a pointer that can be asked about later. */
export function converted(
  machine: MemoryMachine,
  state: MemoryState,
  value: MemoryValue,
  type: TypeName,
  name: string,
  at: Place,
): MemoryValue {
  if (value.kind === 'unknown') return fromOutside(machine, state, type, name, at, undefined);
  if (value.kind === 'pointer') {
    const element = elementType(type);
    return element === undefined || element.name === 'void' ? value : { ...value, type: element };
  }
  if (value.kind === 'number' && (type.pointers ?? 0) > 0) {
    return isConstant(value.value) && value.value.add === 0 ? { kind: 'null' } : NOTHING;
  }
  if (value.kind === 'number') {
    const fitted = narrowed(machine, state, value, type, at);
    const kind = integerType(machine.program.table, type);
    if (fitted.kind === 'number' && fitted.value.symbol !== undefined && kind !== undefined) {
      const facts = state.facts(fitted.value.symbol);
      // A negative number in an unsigned type is a large one; what was signed at first stays suspicious.
      if (facts.bits === undefined) state.learn(fitted.value.symbol, { bits: kind.bits });
    }
    return fitted;
  }
  return value;
}

/** A value that somebody else made. */
export function fromOutside(
  machine: MemoryMachine,
  state: MemoryState,
  type: TypeName | undefined,
  name: string,
  at: Place,
  origin: Origin | undefined,
): MemoryValue {
  if (type === undefined) return NOTHING;
  if ((type.pointers ?? 0) > 0 || (type.sizes?.length ?? 0) > 0) {
    const element = elementType(type);
    const region = machine.newRegion(state, {
      storage: 'outside',
      name,
      at,
      nullness: 'unknown',
      isShared: true,
      ...(origin !== undefined && { origin }),
    });
    return { kind: 'pointer', region, offset: ZERO, ...(element !== undefined && { type: element }) };
  }
  const kind = integerType(machine.program.table, type);
  if (kind === undefined) return origin === 'input' ? realFromOutside(machine, state, type, name) : NOTHING;
  const value = machine.number(state, name, {
    bits: kind.bits,
    ...(kind.isUnsigned && { isUnsigned: true, low: ZERO }),
    ...(kind.bits <= 16 && {
      low: constant(kind.isUnsigned ? 0 : -(2 ** (kind.bits - 1))),
      high: constant(2 ** (kind.isUnsigned ? kind.bits : kind.bits - 1) - 1),
    }),
    ...(origin !== undefined && { origin }),
  });
  return { kind: 'number', value };
}

/** A number with a fraction; no whole number has as many bits as it may take. */
export const REAL: SymbolFacts = { origin: 'input', isReal: true, bits: 1024 };

function realFromOutside(machine: MemoryMachine, state: MemoryState, type: TypeName, name: string): MemoryValue {
  if (machine.program.table.plainType(type.name) === undefined) return NOTHING;
  return { kind: 'number', value: machine.number(state, name, REAL) };
}

/** Others know of it from now on, and of what it leads to. */
export function share(state: MemoryState, value: MemoryValue): void {
  const waiting = [value];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (one.kind !== 'pointer') continue;
    const region = state.region(one.region);
    if (region === undefined || region.isShared === true) continue;
    state.change(region.id, { isShared: true });
    const [own, members] = [`r${region.id}`, `r${region.id}.`];
    state.values.forEach((inner, key) => {
      if (key === own || key.startsWith(members)) waiting.push(inner);
    });
  }
}

/** Whoever is given the address of a variable that holds nothing yet puts something there: `strtol(text, &end, 10)`. */
export function fillEmpty(state: MemoryState, region: number): void {
  const key = `r${region}`;
  if (state.values.get(key)?.kind === 'uninitialised') state.values.delete(key);
}
