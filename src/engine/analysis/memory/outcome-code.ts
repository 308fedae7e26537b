import { ZERO } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState, MemoryValue, SymbolFacts } from './memory-state.ts';

/** A constant of a header: who asks whether it is zero, when it says how something went, or another one, gets to know. */
export function outcomeCode(
  machine: MemoryMachine,
  state: MemoryState,
  name: string,
  id: number,
): MemoryValue | undefined {
  if (!machine.is('constants', name)) return undefined;
  if (machine.is('successes', name)) return { kind: 'number', value: ZERO };
  const isFailure = machine.is('failures', name);
  if (!isFailure && !name.includes('_')) return undefined;
  const known = state.values.get(`r${id}`);
  if (known !== undefined) return known;
  const facts: SymbolFacts = { isCode: true, ...(isFailure && { isNonZero: true }) };
  const value: MemoryValue = { kind: 'number', value: machine.number(state, name, facts) };
  state.values.set(`r${id}`, value);
  return value;
}
