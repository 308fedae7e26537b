import type { Place } from '../ir.ts';
import { isConstant, type Linear, minus } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryValue } from './memory-state.ts';

/** `memcpy(p + 2, p, 8)`: what is copied may have been overwritten before. */
export function checkOverlap(
  machine: MemoryMachine,
  from: MemoryValue | undefined,
  into: MemoryValue | undefined,
  bytes: Linear | undefined,
  at: Place,
): void {
  if (from?.kind !== 'pointer' || into?.kind !== 'pointer' || from.region !== into.region) return;
  const apart = minus(into.offset, from.offset);
  if (apart === undefined || bytes === undefined || !isConstant(apart) || !isConstant(bytes)) return;
  if (apart.add !== 0 && Math.abs(apart.add) < bytes.add)
    machine.report('overlapping-copy', at, 'What is copied from and what is copied to overlap.', 'high');
}
