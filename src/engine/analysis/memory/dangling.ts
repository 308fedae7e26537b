import { changedBy } from './changed-names.ts';
import type { Frame, MemoryMachine } from './memory-machine.ts';

/**
 * Members that a way out leaves pointing to what was given back, while whoever called still has the structure. Only where the
 * function sets the member on other ways: what tears a structure down leaves it to whoever frees the rest.
 */
export function reportDangling(machine: MemoryMachine, frame: Frame): void {
  const { members } = changedBy(frame.function.body);
  if (members.size === 0) return;
  for (const { state, at } of frame.exits) {
    for (const key of state.values.keys()) {
      const value = state.values.get(key);
      const dot = key.lastIndexOf('.');
      if (value?.kind !== 'pointer' || dot === -1 || !members.has(key.slice(dot + 1))) continue;
      const region = state.region(value.region);
      const owner = state.region(Number(/^r(\d+)\./.exec(key)?.[1] ?? Number.NaN));
      const { start, end } = frame.function.at;
      if (region?.isReleased !== true || region.releasedAt === undefined) continue;
      if (region.releasedAt.start < start || region.releasedAt.end > end) continue;
      if (owner?.storage !== 'outside' || state.isGone(owner)) continue;
      machine.report(
        'use-after-free',
        region.releasedAt,
        `'${key.slice(dot + 1)}' still points to what is given back here when the function ends.`,
        'medium',
        { since: at },
      );
    }
  }
}
