import type { Place } from '../ir.ts';
import { isConstant } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState, MemoryValue } from './memory-state.ts';

/** `free(p)`, `delete p`, `fclose(f)`. */
export function releaseMemory(
  machine: MemoryMachine,
  state: MemoryState,
  value: MemoryValue,
  family: string,
  at: Place,
): void {
  if (value.kind !== 'pointer') return;
  const region = state.region(value.region);
  if (region === undefined || region.nullness === 'is') return;
  const giver = machine.program.table.givers[family] ?? family;
  if (state.isGone(region)) {
    machine.report('double-free', at, `'${region.name}' is given back twice.`, 'high', {
      ...(region.releasedAt !== undefined && { since: region.releasedAt }),
    });
    return;
  }
  if (region.storage === 'stack' || region.storage === 'global' || region.storage === 'literal') {
    machine.report(
      'free-of-non-heap',
      at,
      `'${giver}' is called on '${region.name}', which was never allocated.`,
      'high',
    );
    return;
  }
  if (isConstant(value.offset) ? value.offset.add !== 0 : region.storage === 'heap') {
    machine.report(
      'free-of-inside',
      at,
      `'${giver}' is called on a pointer into the middle of its memory.`,
      isConstant(value.offset) ? 'high' : 'medium',
    );
    return;
  }
  if (region.family !== undefined && region.family !== family) {
    machine.report('mismatched-free', at, `Memory of '${region.name}' is given back with '${giver}'.`, 'high');
  }
  if (region.storage === 'outside' && family !== 'malloc' && family !== 'new' && family !== 'new[]') return;
  state.change(region.id, { isReleased: true, releasedAt: at });
}

/** `realloc(p, n)`: the memory is given back when it worked, and still there when it did not. */
export function replaceMemory(
  machine: MemoryMachine,
  state: MemoryState,
  value: Extract<MemoryValue, { kind: 'pointer' }>,
  by: number,
  at: Place,
): void {
  const region = state.region(value.region);
  if (region === undefined || region.nullness === 'is') return;
  if (state.isGone(region))
    machine.report('use-after-free', at, `Memory of '${region.name}' is used after it was given back.`, 'high');
  else state.change(region.id, { replacedBy: by, releasedAt: at });
}
