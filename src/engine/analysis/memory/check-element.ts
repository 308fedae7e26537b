import type { Expression } from '../ir.ts';
import { isWronglyTested } from './access.ts';
import { checkFilling } from './check-filling.ts';
import { type Linear, plus, times } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState, MemoryValue } from './memory-state.ts';
import { sizeOf, stride, typeOf } from './place-of-value.ts';

/** `&all[n]`: the address is harmless, but nobody takes that of an element to leave it alone. */
export function checkElement(
  machine: MemoryMachine,
  state: MemoryState,
  pointer: MemoryValue,
  index: Linear,
  operand: Extract<Expression, { kind: 'index' }>,
): void {
  checkFilling(machine, state, pointer, operand);
  const region = pointer.kind === 'pointer' ? state.region(pointer.region) : undefined;
  if (pointer.kind !== 'pointer' || region?.size === undefined) return;
  const type = typeOf(machine, operand);
  const element = type === undefined ? stride(machine, state, pointer, undefined) : sizeOf(machine, state, type);
  const start = times(index, element);
  const end = start === undefined ? undefined : plus(start, element);
  const whole = end === undefined ? undefined : plus(pointer.offset, end);
  if (whole === undefined || !isWronglyTested(state, plain(whole), plain(region.size))) return;
  machine.report(
    'read-beyond',
    operand.at,
    `The number is compared with a limit that lies behind the end of '${region.name}'.`,
    'medium',
    { storage: region.storage },
  );
}

/** Sizes of the same structure compare whatever it is. */
function plain({ isNominal: _nominal, ...rest }: Linear): Linear {
  return rest;
}
