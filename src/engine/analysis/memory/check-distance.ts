import type { Place } from '../ir.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState, MemoryValue, Region } from './memory-state.ts';

/** `p - q` with pointers into different pieces of memory says nothing. */
export function checkDistance(
  machine: MemoryMachine,
  state: MemoryState,
  left: MemoryValue,
  right: MemoryValue,
  at: Place,
): void {
  if (left.kind !== 'pointer' || right.kind !== 'pointer') return;
  const [one, other] = [whole(state, left.region), whole(state, right.region)];
  if (one === undefined || other === undefined || one.id === other.id) return;
  machine.report(
    'unrelated-pointers',
    at,
    `A pointer into '${other.name}' is taken from one into '${one.name}'.`,
    'high',
  );
}

/** Memory whose limits are known. */
function whole(state: MemoryState, id: number): Region | undefined {
  const region = state.region(id);
  const found = region?.within === undefined ? region : state.region(region.within);
  return found?.storage === 'stack' || found?.storage === 'heap' ? found : undefined;
}
