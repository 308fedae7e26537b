import type { Place } from '../ir.ts';
import { ZERO } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState, MemoryValue } from './memory-state.ts';

/** A function by its name, to be called through a pointer. */
export function functionValue(machine: MemoryMachine, state: MemoryState, name: string, at: Place): MemoryValue {
  const id = machine.variable(name);
  if (state.region(id) === undefined)
    state.regions.set(id, { id, storage: 'global', name, at, nullness: 'never', isShared: true, code: name });
  return { kind: 'pointer', region: id, offset: ZERO };
}
