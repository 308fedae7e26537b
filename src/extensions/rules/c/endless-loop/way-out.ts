import type { Statement } from '#engine/analysis/ir.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

/** Calls that may end the program or the thread, or that wait for somebody: such a loop is meant to go on. */
const LEAVES =
  /exit|abort|die|fatal|quit|panic|throw|raise|terminate|longjmp|assert|stop|wait|sleep|delay|yield|accept|select|poll|recv|read|get(?:c|char|s|line|_?msg|message|event)|scan|listen|receive|dequeue|pop|take|lock|sem_|join|pause|idle|dispatch|handle|process|serve|run|loop|tick/i;

/** Whether anything in the body of a loop may leave it. */
export function hasWayOut(body: readonly Statement[]): boolean {
  if (breaks(body)) return true;
  for (const node of walk(body)) {
    if (node.kind === 'return' || node.kind === 'goto' || node.kind === 'raise') return true;
    if (node.kind === 'call' && LEAVES.test(lastName(node.callee))) return true;
    // Whatever is called through a pointer or a macro may leave.
    if (node.kind === 'unknown') return true;
  }
  return false;
}

/** Whether a `break` of this loop stands in its body. */
function breaks(body: readonly Statement[]): boolean {
  return body.some((statement) => {
    switch (statement.kind) {
      case 'break':
        return true;
      case 'if':
        return breaks(statement.then) || breaks(statement.otherwise);
      case 'block':
      case 'label':
        return breaks(statement.body);
      case 'try':
        return [statement.body, statement.finally, ...statement.handlers.map((one) => one.body)].some(breaks);
      default:
        return false;
    }
  });
}
