import type { CallExpression, Place } from '../ir.ts';
import { checkAccess } from './access.ts';
import { constant, type Linear, ZERO } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState, MemoryValue } from './memory-state.ts';
import { isScalar } from './type-size.ts';

const BITS = /(8|16|24|32|64)/;

/** Reads as many bytes as its name says from where its first argument points to, or so far behind it as the second one says. */
export function readDecoded(
  machine: MemoryMachine,
  state: MemoryState,
  name: string,
  given: readonly MemoryValue[],
  at: Place,
): void {
  const [from, behind] = given;
  if (from?.kind !== 'pointer') return;
  const offset = behind?.kind === 'number' ? { offset: behind.value } : {};
  const isOpen = given.length > 1 && behind?.kind !== 'number';
  const bytes = constant(isOpen ? 0 : bitsOf(machine, name) / 8);
  checkAccess(machine, state, from, { at, bytes, isWrite: false, ...offset });
}

function bitsOf(machine: MemoryMachine, name: string): number {
  return Number(BITS.exec(name)?.[1] ?? machine.program.table.bitWords.find(([word]) => word.test(name))?.[1] ?? 32);
}

/** What a function gives that puts bytes of somebody else together: as many bits as its name says. */
export function decodedNumber(machine: MemoryMachine, state: MemoryState, name: string): MemoryValue {
  return {
    kind: 'number',
    value: decodedBits(machine, state, bitsOf(machine, name), name, machine.is('signed', name)),
  };
}

/** A number of so many bits that is made of bytes of somebody else. */
export function decodedBits(
  machine: MemoryMachine,
  state: MemoryState,
  bits: number,
  name = 'bytes',
  isSigned = false,
): Linear {
  const most = isSigned ? 2 ** (bits - 1) - 1 : 2 ** bits - 1;
  return machine.number(state, name, {
    origin: 'input',
    isDecoded: true,
    bits,
    ...(!isSigned && { isUnsigned: true, low: ZERO }),
    ...(bits < 32 && { low: isSigned ? constant(-(2 ** (bits - 1))) : ZERO, high: constant(most) }),
  });
}

/** `read_u32(file, &size)`: the number is in what is given by its address. */
export function putDecoded(machine: MemoryMachine, state: MemoryState, name: string, call: CallExpression): void {
  for (const { value: written } of call.arguments) {
    if (written.kind !== 'unary' || written.operator !== 'address' || written.operand.kind !== 'name') continue;
    const variable = written.operand.name;
    const type = machine.typeOfVariable(variable);
    if (type === undefined || !isScalar(machine.program.table, type) || (type.pointers ?? 0) > 0) continue;
    const value = decodedBits(machine, state, bitsOf(machine, name), variable, machine.is('signed', name));
    state.values.set(`r${machine.variable(variable)}`, { kind: 'number', value });
  }
}
