import type { Place } from '../ir.ts';
import { highest, lowest } from './bounds.ts';
import type { Linear } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState } from './memory-state.ts';

/** A signed number of somebody else's that is looked at from one side only, and then counts something. */
export function checkSign(machine: MemoryMachine, state: MemoryState, size: Linear, at: Place): void {
  const facts = state.facts(size.symbol);
  if (facts.origin !== 'input' || facts.isUnsigned === true) return;
  if (lowest(state, size) >= 0 || !Number.isFinite(highest(state, size))) return;
  machine.report(
    'negative-size',
    at,
    'A size from outside may be negative, which counts as a very large one.',
    'medium',
  );
}
