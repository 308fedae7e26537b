import type { Expression } from '../ir.ts';
import { branch } from './assume.ts';
import { highest, lowest } from './bounds.ts';
import { constant, isConstant, type Linear } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import { type MemoryState, type MemoryValue, NOTHING } from './memory-state.ts';

/** `a ? b : c`, as far as both say the same. What stands in it is looked at where the test lets it run. */
export function eitherValue(
  machine: MemoryMachine,
  state: MemoryState,
  expression: Extract<Expression, { readonly kind: 'conditional' }>,
): MemoryValue {
  const { yes, no } = branch(machine, state.copy(), expression.test);
  // Again, for what it does to the state.
  machine.evaluate(state, expression.test);
  const then = yes[0] === undefined ? undefined : machine.evaluate(yes[0], expression.then);
  const otherwise = no[0] === undefined ? undefined : machine.evaluate(no[0], expression.otherwise);
  if (then === undefined || otherwise === undefined) return then ?? otherwise ?? NOTHING;
  if (then.kind !== 'number' || otherwise.kind !== 'number' || yes[0] === undefined || no[0] === undefined)
    return NOTHING;
  const low = Math.min(lowest(yes[0], then.value), lowest(no[0], otherwise.value));
  const high = Math.max(highest(yes[0], then.value), highest(no[0], otherwise.value));
  const value = machine.number(state, 'choice', {
    ...(Number.isFinite(low) && { low: constant(low) }),
    ...(Number.isFinite(high) && { high: constant(high) }),
    ...(isNonZero(yes[0], then.value) && isNonZero(no[0], otherwise.value) && { isNonZero: true }),
  });
  return { kind: 'number', value };
}

function isNonZero(state: MemoryState, value: Linear): boolean {
  if (isConstant(value)) return value.add !== 0;
  return value.add === 0 && state.facts(value.symbol).isNonZero === true;
}
