import type { Statement } from '../ir.ts';
import { branch } from './assume.ts';
import type { LoopChanges } from './changed-names.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState } from './memory-state.ts';
import { tripsOf } from './trips.ts';

type Loop = Extract<Statement, { kind: 'loop' }>;

/** Whether a loop runs no second round: nothing in it is then any later round's, and nothing has to be forgotten. */
export function isOnce(machine: MemoryMachine, state: MemoryState, loop: Loop, changes: LoopChanges): boolean {
  if (leavesAtEnd(loop.body)) return true;
  if (loop.test === undefined || loop.isTestedAfter === true) return false;
  const { no } = branch(machine, state.copy(), loop.test);
  return no.length === 0 && tripsOf(machine, state.copy(), loop.test, changes) === 1;
}

/** `for (;;) { …; break; }` */
function leavesAtEnd(body: readonly Statement[]): boolean {
  const last = body.at(-1);
  if (last === undefined || continues(body)) return false;
  if (last.kind === 'block') return leavesAtEnd(last.body);
  return last.kind === 'break' || last.kind === 'return';
}

/** Whether a `continue` of this loop stands in its body. */
function continues(body: readonly Statement[]): boolean {
  return body.some((statement) => {
    switch (statement.kind) {
      case 'continue':
      case 'goto':
        return true;
      case 'if':
        return continues(statement.then) || continues(statement.otherwise);
      case 'block':
      case 'label':
        return continues(statement.body);
      case 'switch':
        return statement.cases.some((one) => continues(one.body));
      case 'try':
        return [statement.body, statement.finally, ...statement.handlers.map((one) => one.body)].some(continues);
      default:
        return false;
    }
  });
}
