import type { IrFunction, Place, TypeName } from '../ir.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState, MemoryValue, Region } from './memory-state.ts';
import { elementType, integerType } from './type-size.ts';

/** `(const char *at, const char *end)`: the second says where the first one ends. */
export function claimEnds(machine: MemoryMachine, state: MemoryState, { parameters }: IrFunction): void {
  const { names } = machine.program.table;
  parameters.forEach(({ name, type }, index) => {
    const next = parameters[index + 1];
    if (next === undefined || !names.end.test(next.name) || !isSamePointer(type, next.type)) return;
    const element = type === undefined ? undefined : elementType(type);
    if (element === undefined || integerType(machine.program.table, element)?.bits !== 8) return;
    const [at, end] = [name, next.name].map((one) => state.values.get(`r${machine.variable(one)}`));
    if (at?.kind === 'pointer' && end?.kind === 'pointer') state.change(at.region, { endedBy: end.region });
  });
}

function isSamePointer(a: TypeName | undefined, b: TypeName | undefined): boolean {
  return a !== undefined && b !== undefined && a.name === b.name && a.pointers === 1 && b.pointers === 1;
}

/** Two pointers meet, in a comparison, a difference or a call: whoever wrote that has thought of the end. */
export function testEnds(state: MemoryState, a: MemoryValue, b: MemoryValue): void {
  if (a.kind !== 'pointer' || b.kind !== 'pointer') return;
  for (const [one, other] of [
    [a.region, b.region],
    [b.region, a.region],
  ] as const)
    if (state.region(one)?.endedBy === other) state.change(one, { isEndTested: true });
}

/** Looks into what a pointer points to before anything was done to find out whether there is anything left. */
export function checkEnd(
  machine: MemoryMachine,
  state: MemoryState,
  region: Region,
  at: Place,
  isWrite: boolean,
): void {
  if (region.endedBy === undefined || region.isEndTested === true) return;
  machine.report(
    isWrite ? 'write-beyond' : 'read-beyond',
    at,
    `Nothing has looked whether '${region.name}' is at its end yet.`,
    'medium',
    { storage: region.storage },
  );
  state.change(region.id, { isEndTested: true });
}
