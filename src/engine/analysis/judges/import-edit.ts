import type { ModuleFacts } from '../facts.ts';
import type { TextEdit } from '../rule.ts';

/**
 * The edit that makes `line` (an import, without its line break) hold in the whole file; none when `qualified` is
 * imported already. It goes before the first import, because whatever has to come first in a file
 * is no import, or has a name with underscores.
 */
export function importEdit(facts: ModuleFacts, qualified: string, line: string): readonly TextEdit[] {
  if (facts.imports.has(qualified)) return [];
  const first = facts.module.body.find(
    (statement) => statement.kind === 'import' && !statement.module.startsWith('__'),
  );
  const start = first?.at.start ?? 0;
  return [{ at: { start, end: start }, newText: `${line}\n` }];
}
