import type { Expression, Statement } from '../ir.ts';
import type { Branches } from './assume.ts';
import type { MemoryMachine } from './memory-machine.ts';

/** An assertion that whoever gives the input can make fail, or that surely does: the program ends there. */
export function checkAssertion(
  machine: MemoryMachine,
  { test, at }: Extract<Statement, { kind: 'assert' }>,
  { yes, no }: Branches,
): void {
  if (no.length === 0 || test.kind !== 'compare') return;
  // `assert(1 == 0)` says that nobody gets there; members may be set by what was called.
  if (yes.length === 0 && isOfOwn(machine, test.left, test.right)) {
    machine.report('reachable-assertion', at, 'The assertion fails whenever it is reached.', 'high');
    return;
  }
  for (const side of [test.left, test.right]) {
    const place = side.kind === 'cast' ? side.operand : side;
    if (place.kind !== 'name') continue;
    const key = `r${machine.variable(place.name)}`;
    const isGiven = no.some((state) => {
      const value = state.values.get(key);
      const facts = value?.kind === 'number' ? state.facts(value.value.symbol) : {};
      return facts.origin === 'input' && facts.isLength !== true;
    });
    if (!isGiven) continue;
    machine.report(
      'reachable-assertion',
      at,
      'Whoever gives the input can make the assertion fail, which ends the program.',
      'medium',
    );
    return;
  }
}

/** Whether a variable of the function is compared. */
function isOfOwn(machine: MemoryMachine, ...sides: readonly Expression[]): boolean {
  return sides.some((side) => side.kind === 'name' && machine.isLocal(side.name));
}
