import type { Place, Statement } from '../ir.ts';
import { changedBy } from './changed-names.ts';
import type { Frame, MemoryMachine } from './memory-machine.ts';

/**
 * The variable that a declaration makes: the same one on every way and in every round. Where a name is declared in several
 * places, each makes a variable of its own, from the declaration on.
 */
export function declaredId(machine: MemoryMachine, name: string, at: Place): number {
  const { frame } = machine;
  if (!isDeclaredAgain(frame, name)) return frame.variables.get(name) ?? machine.declare(name);
  const known = frame.declarations.get(at.start);
  if (known !== undefined) {
    frame.variables.set(name, known);
    return known;
  }
  const id = machine.declare(name);
  frame.declarations.set(at.start, id);
  return id;
}

/** Whether the function that runs declares a name in more than one place. */
function isDeclaredAgain({ function: { body } }: Frame, name: string): boolean {
  return changedBy(body).declaredAgain.has(name);
}

/**
 * Remembers the variables whose names these statements declare anew; what is given back has the names mean them again, behind
 * the block. The body of the function itself hides nothing, and neither does a name that is declared once.
 */
export function hideNames(frame: Frame, statements: readonly Statement[]): () => void {
  const { body } = frame.function;
  const { declaredAgain } = changedBy(body);
  if (statements === body || declaredAgain.size === 0) return nothing;
  const outer: (() => void)[] = [];
  for (const one of statements) {
    if (one.kind !== 'declare' || !declaredAgain.has(one.name)) continue;
    const { name } = one;
    const [id, type] = [frame.variables.get(name), frame.types.get(name)];
    outer.push(() => {
      if (id !== undefined) frame.variables.set(name, id);
      if (type !== undefined) frame.types.set(name, type);
    });
  }
  return () => {
    for (const show of outer.toReversed()) show();
  };
}

/** Takes such names for new ones: those of a loop stay for all of it, and not for the statements before it alone. */
export function forgetNames(frame: Frame, statements: readonly Statement[]): void {
  for (const one of statements)
    if (one.kind === 'declare' && isDeclaredAgain(frame, one.name)) frame.variables.delete(one.name);
}

function nothing(): void {
  // Nothing was hidden.
}
