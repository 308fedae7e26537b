import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, Place } from '#engine/analysis/ir.ts';
import { definitionOf } from '#engine/analysis/judges/surroundings.ts';
import type { TextEdit } from '#engine/analysis/rule.ts';

/** Drivers that number their marks. */
const NUMBERED = /"(?:postgres|pgx|pq|cockroach)"|\/pgx|\/pq"/;

/**
 * The edit that puts marks in place of the values of a statement and passes them to the call; none when the statement is not
 * put together in its place or a hole is anything but a value.
 */
export function bindValues(facts: ModuleFacts, call: CallFact, argumentAt: Place): readonly TextEdit[] | undefined {
  const argument = call.expression.arguments.find(({ value }) => value.at === argumentAt)?.value;
  if (argument === undefined || call.hasSpread || call.expression.arguments.at(-1)?.value !== argument)
    return undefined;
  const text = definitionOf(facts, argument);
  const pieces = piecesOf(text);
  if (pieces === undefined) return undefined;
  const isNumbered = NUMBERED.test(facts.codeText);
  const names: string[] = [];
  let statement = '';
  let isOpen = false;
  for (const piece of pieces) {
    if (piece.kind === 'literal' && typeof piece.value === 'string') {
      const words = isOpen ? piece.value.replace(/^'/, '') : piece.value;
      if (isOpen && words === piece.value) return undefined;
      isOpen = false;
      statement += words;
      continue;
    }
    if (!/(?:[=<>]|\blike|,|\()\s*'?$/i.test(statement) || /[%]'?$/.test(statement)) return undefined;
    isOpen = statement.endsWith("'");
    statement = isOpen ? statement.slice(0, -1) : statement;
    names.push(facts.textAt(piece.at));
    statement += isNumbered ? `$${String(names.length)}` : '?';
  }
  if (isOpen || names.length === 0 || /["\\\n`]/.test(statement)) return undefined;
  const edits: TextEdit[] = [{ at: text.at, newText: `"${statement}"` }];
  const end = argument.at.end;
  const passed = `, ${names.join(', ')}`;
  if (text === argument) return [{ at: text.at, newText: `"${statement}"${passed}` }];
  return [...edits, { at: { start: end, end }, newText: passed }];
}

/** The words and values of `"…" + x + "…"` in order. */
function piecesOf(text: Expression): readonly Expression[] | undefined {
  const pieces: Expression[] = [];
  let at = text;
  while (at.kind === 'binary' && at.operator === '+') {
    pieces.push(at.right);
    at = at.left;
  }
  pieces.push(at);
  if (pieces.length < 2 || at.kind !== 'literal') return undefined;
  const known = pieces.every(({ kind }) => kind === 'literal' || kind === 'name' || kind === 'member');
  return known ? pieces.reverse() : undefined;
}
