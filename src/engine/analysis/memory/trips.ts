import type { Expression } from '../ir.ts';
import { highest, lowest } from './bounds.ts';
import type { LoopChanges } from './changed-names.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState, MemoryValue } from './memory-state.ts';
import { textLength } from './text-length.ts';

/**
 * How often a loop runs at most, when its test tells: `i < n` with a counter that goes up, `text[i]`, `*at` up to the end of a
 * text.
 */
export function tripsOf(
  machine: MemoryMachine,
  state: MemoryState,
  test: Expression | undefined,
  changes: LoopChanges,
): number | undefined {
  if (test === undefined) return undefined;
  const trips = tripsIn(machine, state, test, changes);
  return trips !== undefined && Number.isFinite(trips) && trips >= 0 ? trips : undefined;
}

function tripsIn(
  machine: MemoryMachine,
  state: MemoryState,
  test: Expression,
  changes: LoopChanges,
): number | undefined {
  if (test.kind === 'logical' && test.operator === 'and')
    return tripsIn(machine, state, test.left, changes) ?? tripsIn(machine, state, test.right, changes);
  if (test.kind === 'compare') {
    const { left, right, operator } = test;
    if (operator === '!=' && right.kind === 'literal' && right.value === 0)
      return untilEnd(machine, state, left, changes);
    if ((operator !== '<' && operator !== '<=' && operator !== '!=') || !rises(left, changes)) return undefined;
    const from = machine.evaluate(state, left);
    const to = machine.evaluate(state, right);
    if (from.kind !== 'number' || to.kind !== 'number') return undefined;
    return highest(state, to.value) - lowest(state, from.value) + (operator === '<=' ? 1 : 0);
  }
  return untilEnd(machine, state, test, changes);
}

/** `text[i]` and `*at`, with what moves in them going up one by one. */
function untilEnd(
  machine: MemoryMachine,
  state: MemoryState,
  test: Expression,
  changes: LoopChanges,
): number | undefined {
  let base: MemoryValue | undefined;
  if (test.kind === 'index' && rises(test.index, changes)) base = machine.evaluate(state, test.object);
  else if (test.kind === 'unary' && test.operator === 'deref' && rises(test.operand, changes))
    base = machine.evaluate(state, test.operand);
  const length = base === undefined ? undefined : textLength(state, base);
  return length === undefined ? undefined : highest(state, length);
}

function rises(counter: Expression, { names }: LoopChanges): boolean {
  if (counter.kind !== 'name') return false;
  const change = names.get(counter.name);
  return change !== undefined && !change.isSet && change.steps.length === 1 && change.steps[0] === 1;
}
