import { bodyNodes } from '../judges/body-nodes.ts';
import type { IrFunction } from '../ir.ts';
import { changedBy } from './changed-names.ts';
import type { Frame, MemoryMachine } from './memory-machine.ts';
import type { MemoryState } from './memory-state.ts';

/**
 * Members that a way out leaves pointing to what was given back, while whoever called still has the structure. Only where the
 * function sets the member on other ways: what tears a structure down leaves it to whoever frees the rest.
 */
export function reportDangling(machine: MemoryMachine, frame: Frame): void {
  const own = changedBy(frame.function.body).members;
  const members = setBy(machine, frame.function);
  if (members.size === 0) return;
  for (const { state, at } of frame.exits) {
    for (const key of state.values.keys()) {
      const value = state.values.get(key);
      const dot = key.lastIndexOf('.');
      if (value?.kind !== 'pointer' || dot === -1 || !members.has(key.slice(dot + 1))) continue;
      // What is called sets it for this function where it does so on another way out.
      if (!own.has(key.slice(dot + 1)) && !frame.exits.some((exit) => isSet(exit.state, key))) continue;
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

const known = new WeakMap<IrFunction, ReadonlySet<string>>();

/** Members that a function sets, or one that it calls: `set_body(template, text)`. */
function setBy(machine: MemoryMachine, one: IrFunction): ReadonlySet<string> {
  const before = known.get(one);
  if (before !== undefined) return before;
  const members = new Set(changedBy(one.body).members);
  for (const node of bodyNodes(one.body)) {
    if (node.kind !== 'call' || node.callee.kind !== 'name') continue;
    const called = machine.program.functions.get(node.callee.name);
    if (called !== undefined) for (const member of changedBy(called.body).members) members.add(member);
  }
  known.set(one, members);
  return members;
}

function isSet(state: MemoryState, key: string): boolean {
  const value = state.values.get(key);
  if (value === undefined) return false;
  return value.kind !== 'pointer' || state.region(value.region)?.isReleased !== true;
}
