import type { Expression } from '../ir.ts';
import { highest } from './bounds.ts';
import type { LoopChanges } from './changed-names.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState } from './memory-state.ts';

/** Rounds that nobody asks for on purpose. */
const TOO_MANY = 2 ** 30;

/** `i < n` with an `n` that came from outside and that nobody has compared with anything. */
export function checkBound(
  machine: MemoryMachine,
  state: MemoryState,
  test: Expression | undefined,
  { names }: LoopChanges,
): void {
  if (test?.kind !== 'compare') return;
  const isRising = test.operator === '<' || test.operator === '<=';
  if (!isRising && test.operator !== '>' && test.operator !== '>=') return;
  const side = isRising ? test.right : test.left;
  const place = side.kind === 'cast' ? side.operand : side;
  const value = place.kind === 'name' ? state.values.get(`r${machine.variable(place.name)}`) : undefined;
  if (value?.kind !== 'number') return;
  // `while (n > 0)` with an `n` that every round asks for anew goes as far as there is something.
  if (!isRising && place.kind === 'name' && names.get(place.name)?.isSet === true) return;
  const { origin, isTested, isLength, isDecoded } = state.facts(value.value.symbol);
  if (origin !== 'input' || isTested === true || isLength === true || isDecoded === true) return;
  if (highest(state, value.value) < TOO_MANY) return;
  machine.report(
    'unlimited-loop',
    test.at,
    'Whoever gives the input decides how often the loop runs, and nothing limits it.',
    'medium',
  );
}
