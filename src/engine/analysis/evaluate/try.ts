import type { Place, Statement } from '../ir.ts';
import type { Value } from '../value.ts';
import { inBranch } from './branch.ts';
import type { Environment } from './environment.ts';
import type { Machine } from './machine.ts';

/** A handler may start from any point of what is tried. */
export function runTry(machine: Machine, statement: Extract<Statement, { readonly kind: 'try' }>): void {
  const { frame } = machine;
  const base = frame.environment;
  frame.tryDepth += 1;
  const tried = inBranch(machine, base, () => machine.run(statement.body));
  frame.tryDepth -= 1;
  const wasDead = tried.isDead;
  tried.isDead = false;
  const start = base.branch();
  start.join([start.branch(), tried], base);
  tried.isDead = wasDead;
  const ends: Environment[] = [];
  for (const handler of statement.handlers) {
    machine.recorder.handler(handler, statement.body, frame.unit?.fact);
    ends.push(
      inBranch(machine, start, () => {
        const types = handler.types.map(machine.evaluate);
        if (handler.name !== undefined) {
          const [type] = types;
          machine.store({ kind: 'name', name: handler.name, at: handler.at }, errorValue(machine, type, handler.at));
        }
        machine.run(handler.body);
      }),
    );
  }
  if (!wasDead && statement.otherwise.length > 0) {
    frame.environment = tried;
    machine.run(statement.otherwise);
    frame.environment = base;
  }
  base.join([tried, ...ends]);
  if (statement.finally.length > 0) {
    const isDead = base.isDead;
    base.isDead = false;
    machine.run(statement.finally);
    if (isDead) base.isDead = true;
  }
}

/** What a handler catches: its text may tell more than a stranger should know. */
function errorValue(machine: Machine, type: Value | undefined, at: Place): Value {
  const name = type?.name === undefined ? 'exception' : machine.knowledge.canonical(`${type.name}()`);
  return {
    name: name.includes('(') || name === 'exception' ? 'exception' : name,
    traits: ['exception'],
    taints: [
      {
        source: `${machine.path}:${String(at.start)}:error`,
        kind: 'error',
        what: 'an exception',
        parameter: -1,
        safeFor: [],
        steps: { path: machine.path, at, message: 'An exception is caught.', before: undefined, length: 1 },
      },
    ],
  };
}
