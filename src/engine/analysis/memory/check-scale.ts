import type { Expression, Place } from '../ir.ts';
import { walk } from '../judges/walk.ts';
import { isConstant } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState } from './memory-state.ts';
import { sizeOf, typeOf } from './place-of-value.ts';
import { elementType } from './type-size.ts';

/** `p + n * sizeof(*p)`: the compiler multiplies by the size once more. */
export function checkScale(
  machine: MemoryMachine,
  state: MemoryState,
  pointer: Expression,
  added: Expression,
  at: Place,
): void {
  const type = typeOf(machine, pointer);
  const element = type === undefined ? undefined : elementType(type);
  if (element === undefined || element.name === 'void') return;
  const size = sizeOf(machine, state, element);
  if (isConstant(size) && size.isNominal !== true && size.add === 1) return;
  for (const node of walk([added])) {
    const isSize =
      (node.kind === 'typed' && node.form === 'size') || (node.kind === 'unary' && node.operator === 'size');
    if (!isSize) continue;
    // A count of elements is one size divided by another.
    if (added.kind === 'binary' && added.operator === '/') return;
    machine.report(
      'scaled-twice',
      at,
      'What is added to the pointer is in bytes, and is multiplied by the size of an element once more.',
      'medium',
    );
    return;
  }
}
