import type { MemoryState, MemoryValue, Nullness } from './memory-state.ts';

/** Whether two things are the same, where that is known of what is null. */
export function isSame(state: MemoryState, left: MemoryValue, right: MemoryValue): boolean | undefined {
  const [a, b] = [nullnessOf(state, left), nullnessOf(state, right)];
  return (a === 'is' && (b === 'is' || b === 'never')) || (a === 'never' && b === 'is') ? a === b : undefined;
}

function nullnessOf(state: MemoryState, value: MemoryValue): Nullness | undefined {
  if (value.kind === 'null') return 'is';
  return value.kind === 'pointer' ? state.region(value.region)?.nullness : undefined;
}
