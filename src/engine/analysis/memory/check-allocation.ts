import type { Place } from '../ir.ts';
import { highest, isSurelyAbove, lowest } from './bounds.ts';
import { type Linear, ZERO } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState } from './memory-state.ts';

/** What nobody asks for on purpose, in bytes. */
const TOO_MUCH = 2 ** 30;

/** A size that somebody outside decides. */
export function checkAllocation(machine: MemoryMachine, state: MemoryState, size: Linear, at: Place): void {
  const facts = state.facts(size.symbol);
  if (facts.origin === undefined || facts.isLength === true) return;
  const most = highest(state, size);
  const isChanged = size.scale !== 1 || size.add !== 0;
  const isWrapping = most === Number.POSITIVE_INFINITY && isChanged && facts.isTested !== true;
  if (isWrapping && !isSurelyAbove(state, ZERO, size)) {
    machine.report(
      'size-overflow',
      at,
      'The size is computed from a number that nothing limits, and may come out too small.',
      facts.origin === 'input' ? 'medium' : 'low',
    );
  } else if (facts.origin === 'input' && facts.isUnsigned !== true && lowest(state, size) < 0) {
    machine.report(
      'negative-size',
      at,
      'A size from outside may be negative, which counts as a very large one.',
      'medium',
    );
  }
  if (facts.origin === 'input' && facts.isDecoded !== true && most >= TOO_MUCH)
    machine.report(
      'unlimited-size',
      at,
      'Whoever gives the input decides how much memory is asked for, and nothing limits it.',
      'medium',
    );
}
