import type { CallExpression } from '../ir.ts';
import { highest, isSurelyWithin } from './bounds.ts';
import { type Linear, plus } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState, MemoryValue } from './memory-state.ts';

/** As many bytes as a caller says, into an array of this function that has its own size. */
export function checkGivenLength(
  machine: MemoryMachine,
  state: MemoryState,
  value: MemoryValue,
  bytes: Linear,
  at: CallExpression['at'],
): void {
  const facts = state.facts(bytes.symbol);
  const region = value.kind === 'pointer' ? state.region(value.region) : undefined;
  if (region?.storage !== 'stack' || region.size === undefined || value.kind !== 'pointer') return;
  const end = plus(value.offset, bytes);
  if (end === undefined || isSurelyWithin(state, end, region.size)) return;
  if (facts.origin !== 'parameter' || facts.isTested === true || facts.isHandedOn === true || facts.isLength === true)
    return;
  if (bytes.scale < 1 || highest(state, bytes) !== Number.POSITIVE_INFINITY) return;
  machine.report(
    'write-beyond',
    at,
    `Whoever calls the function says how many bytes are written into '${region.name}', and nothing limits it.`,
    'medium',
    { storage: region.storage },
  );
}
