import type { Expression } from '../ir.ts';
import { narrowed } from './arithmetic.ts';
import { constant, isConstant } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState, MemoryValue, SymbolFacts } from './memory-state.ts';
import { integerType, isScalar } from './type-size.ts';

/** Whoever writes a cast of a constant means its bits; of a number, what becomes of it is looked at. */
export function castValue(
  machine: MemoryMachine,
  state: MemoryState,
  value: MemoryValue,
  { type, at }: Extract<Expression, { readonly kind: 'cast' }>,
): MemoryValue {
  if (value.kind !== 'number' || !isConstant(value.value)) return narrowed(machine, state, value, type, at);
  const { add } = value.value;
  const kind = integerType(machine.program.table, type);
  if (kind !== undefined && !kind.isUnsigned && add >= 2 ** (kind.bits - 1) && add < 2 ** kind.bits)
    return { kind: 'number', value: constant(add - 2 ** kind.bits) };
  // Divided further it has a fraction, and is not zero.
  if (kind === undefined && add !== 0 && isScalar(machine.program.table, type) && (type.pointers ?? 0) === 0)
    return {
      kind: 'number',
      value: machine.number(state, type.name, { ...REAL_NUMBER, low: constant(add), high: constant(add) }),
    };
  return narrowed(machine, state, value, type, at);
}

const REAL_NUMBER: SymbolFacts = { isReal: true, isNonZero: true };
