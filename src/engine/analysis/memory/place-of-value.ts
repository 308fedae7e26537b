import { checkFilling } from './check-filling.ts';
import type { Expression, TypeName } from '../ir.ts';
import { checkAccess } from './access.ts';
import { constant, type Linear, plus, times, ZERO } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import { type MemoryState, type MemoryValue, NOTHING, type Origin } from './memory-state.ts';
import { elementType, typeSize } from './type-size.ts';

/** Type of an expression as far as declarations in the file tell. */
export function typeOf(machine: MemoryMachine, expression: Expression): TypeName | undefined {
  switch (expression.kind) {
    case 'name':
      return machine.typeOfVariable(expression.name);
    case 'member': {
      const object = typeOf(machine, expression.object);
      const name = object?.name.replace(machine.program.table.structureWords, '');
      return name === undefined ? undefined : machine.program.members.get(name)?.get(expression.property);
    }
    case 'index': {
      const object = typeOf(machine, expression.object);
      return object === undefined ? undefined : elementType(object);
    }
    case 'unary': {
      const operand = typeOf(machine, expression.operand);
      if (operand === undefined) return undefined;
      if (expression.operator === 'deref') return elementType(operand);
      if (expression.operator === 'address') return { ...operand, pointers: (operand.pointers ?? 0) + 1 };
      return operand;
    }
    case 'cast':
      return expression.type;
    case 'assignment':
      return typeOf(machine, expression.target);
    case 'binary':
      return typeOf(machine, expression.left) ?? typeOf(machine, expression.right);
    default:
      return undefined;
  }
}

/** Bytes that a variable of the type takes, arrays included; `undefined` for an array without a size. */
export function storageOf(machine: MemoryMachine, state: MemoryState, type: TypeName): Linear | undefined {
  let bytes: Linear | undefined = sizeOf(machine, state, type);
  for (const size of type.sizes ?? []) {
    if (size === undefined || bytes === undefined) return undefined;
    const count = machine.evaluate(state, size);
    bytes = count.kind === 'number' ? times(bytes, count.value) : undefined;
  }
  return bytes;
}

/** Structures inside structures whose size is still computed. */
const DEEPEST_STRUCTURE = 4;

/** Bytes of one value of a type; of a structure whose members the file shows, theirs with the gaps between them. */
export function sizeOf(machine: MemoryMachine, state: MemoryState, type: TypeName, depth = 0): Linear {
  const plain = typeSize(machine.program.table, type);
  if (plain.isNominal !== true || depth > DEEPEST_STRUCTURE) return plain;
  const members = machine.program.members.get(type.name.replace(machine.program.table.structureWords, ''));
  if (members === undefined || members.size === 0 || type.name.startsWith('union ')) return plain;
  let total = 0;
  let widest = 1;
  for (const member of members.values()) {
    const one = sizeOf(machine, state, member, depth + 1);
    let bytes: Linear | undefined = one;
    for (const size of member.sizes ?? []) {
      const count = size === undefined ? undefined : machine.evaluate(state, size);
      bytes = bytes !== undefined && count?.kind === 'number' ? times(bytes, count.value) : undefined;
    }
    if (bytes === undefined || bytes.symbol !== undefined || bytes.isNominal === true) return plain;
    const align = Math.max(1, Math.min(8, one.add));
    widest = Math.max(widest, align);
    total = Math.ceil(total / align) * align + bytes.add;
  }
  return constant(Math.ceil(total / widest) * widest);
}

/** Bytes of what a pointer value points to. */
export function stride(
  machine: MemoryMachine,
  state: MemoryState,
  value: MemoryValue,
  type: TypeName | undefined,
): Linear {
  const element = value.kind === 'pointer' && value.type !== undefined ? value.type : elementOrSelf(type);
  return element === undefined || element.name === 'void' ? constant(1) : sizeOf(machine, state, element);
}

function elementOrSelf(type: TypeName | undefined): TypeName | undefined {
  return type === undefined ? undefined : (elementType(type) ?? type);
}

/** A pointer so many elements further. */
export function movedPointer(value: MemoryValue, by: Linear, size: Linear): MemoryValue {
  if (value.kind !== 'pointer') return NOTHING;
  const bytes = times(by, size);
  const offset = bytes === undefined ? undefined : plus(value.offset, bytes);
  return offset === undefined ? NOTHING : { ...value, offset };
}

/**
 * Where a value is kept, as a key of the state; looks at the accesses that lead there. `undefined` for elements of arrays, of
 * which only the bounds are followed.
 */
export function keyOf(
  machine: MemoryMachine,
  state: MemoryState,
  target: Expression,
  isWrite: boolean,
): string | undefined {
  switch (target.kind) {
    case 'name':
      return `r${machine.variable(target.name)}`;
    case 'member': {
      const { object } = target;
      if (object.kind === 'unary' && object.operator === 'deref') {
        const pointer = machine.evaluate(state, object.operand);
        // A member lies within its structure; its size is not asked for.
        checkAccess(machine, state, pointer, { at: target.at, bytes: constant(0), isWrite });
        return pointer.kind === 'pointer' && isStart(pointer.offset)
          ? `r${pointer.region}.${target.property}`
          : undefined;
      }
      const key = keyOf(machine, state, object, isWrite);
      return key === undefined ? undefined : `${key}.${target.property}`;
    }
    case 'unary': {
      if (target.operator !== 'deref') {
        machine.evaluate(state, target.operand);
        return undefined;
      }
      const pointer = machine.evaluate(state, target.operand);
      const element = typeOf(machine, target);
      const bytes =
        element === undefined ? stride(machine, state, pointer, undefined) : sizeOf(machine, state, element);
      checkAccess(machine, state, pointer, { at: target.at, bytes, isWrite });
      return pointer.kind === 'pointer' && isStart(pointer.offset) ? `r${pointer.region}` : undefined;
    }
    case 'index': {
      const pointer = machine.evaluate(state, target.object);
      const index = machine.evaluate(state, target.index);
      checkFilling(machine, state, pointer, target);
      const element = typeOf(machine, target);
      const size =
        element !== undefined
          ? (storageOf(machine, state, element) ?? sizeOf(machine, state, element))
          : stride(machine, state, pointer, undefined);
      const offset = index.kind === 'number' ? times(index.value, size) : undefined;
      if (offset === undefined) checkAccess(machine, state, pointer, { at: target.at, bytes: constant(0), isWrite });
      else checkAccess(machine, state, pointer, { at: target.at, offset, bytes: size, isWrite });
      return undefined;
    }
    case 'cast':
      return keyOf(machine, state, target.operand, isWrite);
    default:
      machine.evaluate(state, target);
      return undefined;
  }
}

function isStart(offset: Linear): boolean {
  return offset.symbol === undefined && offset.add === ZERO.add;
}

/** What stands there as a pointer: whatever is given back is one, whether the file says so or not. */
export function pointerAt(machine: MemoryMachine, state: MemoryState, written: Expression): MemoryValue {
  const value = machine.evaluate(state, written);
  const place = written.kind === 'cast' ? written.operand : written;
  if (value.kind !== 'unknown' || (place.kind !== 'name' && place.kind !== 'member')) return value;
  const key = keyOf(machine, state, place, false);
  if (key === undefined) return value;
  const name = place.kind === 'name' ? place.name : place.property;
  const region = machine.newRegion(state, {
    storage: 'outside',
    name,
    at: place.at,
    nullness: 'unknown',
    isShared: true,
  });
  const made: MemoryValue = { kind: 'pointer', region, offset: ZERO };
  state.values.set(key, made);
  return made;
}

/** Whose a variable of this function is into which something was read: `fread(&header, sizeof header, 1, file)`. */
export function readInto(state: MemoryState, key: string): Origin | undefined {
  const region = state.region(Number.parseInt(key.slice(1), 10));
  return region?.storage === 'stack' && region.origin === 'input' ? 'input' : undefined;
}
