import type { Place, Statement } from '../ir.ts';
import { changedBy } from './changed-names.ts';
import type { Frame, MemoryMachine } from './memory-machine.ts';

/**
 * The variable that a declaration makes: the same one on every way and in every round. Where a name means several variables,
 * each declaration makes one of its own.
 */
export function declaredId(machine: MemoryMachine, name: string, at: Place): number {
  const { frame } = machine;
  if (!isSeveral(machine, name)) return frame.variables.get(name) ?? machine.declare(name);
  const known = frame.declarations.get(at.start);
  if (known !== undefined) {
    frame.variables.set(name, known);
    return known;
  }
  const id = machine.declare(name);
  frame.declarations.set(at.start, id);
  return id;
}

/** Whether a name that the function declares is also declared elsewhere in it, or a parameter, or a variable of the file. */
function isSeveral({ frame, program }: MemoryMachine, name: string): boolean {
  const { body, parameters } = frame.function;
  return (
    changedBy(body).declaredAgain.has(name) ||
    program.globalTypes.has(name) ||
    parameters.some((parameter) => parameter.name === name)
  );
}

/** Lists whose declarations go on behind them: what stands before the rounds of a loop. */
const open = new WeakSet<readonly Statement[]>();

/**
 * Remembers what the names mean that these statements declare; what is given back has them mean that again, behind the
 * block. What the body of the function declares is there to its end.
 *
 * @param isOpen - The names stay when the statements have run: whoever asks for it gives them back.
 */
export function hideNames(machine: MemoryMachine, statements: readonly Statement[], isOpen = false): () => void {
  const { frame } = machine;
  if (statements === frame.function.body || (!isOpen && open.has(statements))) return nothing;
  if (isOpen) open.add(statements);
  const outer: (() => void)[] = [];
  for (const one of statements) {
    if (one.kind !== 'declare' || !isSeveral(machine, one.name)) continue;
    outer.push(meaning(frame, one.name));
  }
  if (outer.length === 0) return nothing;
  return () => {
    for (const show of outer.toReversed()) show();
  };
}

/** Has a name mean again what it means now. */
function meaning({ variables, types }: Frame, name: string): () => void {
  const [id, type] = [variables.get(name), types.get(name)];
  return () => {
    if (id === undefined) variables.delete(name);
    else variables.set(name, id);
    if (type === undefined) types.delete(name);
    else types.set(name, type);
  };
}

function nothing(): void {
  // Nothing was hidden.
}
