import type { ModuleFacts } from '../facts.ts';
import type { IrFunction } from '../ir.ts';

/** Names that a Python function declares to belong to something around it. */
export interface OuterNames {
  readonly global: ReadonlySet<string>;
  readonly nonlocal: ReadonlySet<string>;
}

const known = new WeakMap<IrFunction, OuterNames>();

/** What `global` and `nonlocal` statements of a function name; its text is read once. */
export function outerNames(facts: ModuleFacts, made: IrFunction): OuterNames {
  const found = known.get(made);
  if (found !== undefined) return found;
  const names = { global: new Set<string>(), nonlocal: new Set<string>() };
  const statements = facts.codeAt(made.at).matchAll(/(?:^|[;:])[ \t]*(global|nonlocal)[ \t]([^\n;#]*)/gm);
  for (const [, word, list = ''] of statements) {
    const into = word === 'global' ? names.global : names.nonlocal;
    for (const name of list.split(',')) into.add(name.trim());
  }
  known.set(made, names);
  return names;
}
