import type { Branch, Conditional } from './conditionals.ts';

/**
 * The branch that is read where only one can be: the first whose condition may hold. Macros that `unset` matches are taken
 * for not set, others for set. `undefined` when none of them holds.
 */
export function chosenBranch({ branches }: Conditional, unset: RegExp): Branch | undefined {
  return branches.find(({ says }) => holds(says, unset) !== false);
}

/** Whether a condition holds, as far as it can be told: `undefined` is "it may". */
export function holds(says: string, unset: RegExp): boolean | undefined {
  const [, word = '', rest = ''] = /^(\w+)\s*(.*)$/s.exec(says) ?? [];
  const condition = rest.replace(/\/[*/].*$/s, '').trim();
  if (word === 'else') return true;
  if (word === 'ifdef' || word === 'elifdef') return unset.test(condition) ? false : undefined;
  if (word === 'ifndef' || word === 'elifndef') return unset.test(condition) ? true : undefined;
  if (condition === '0' || condition === '1') return condition === '1';
  const [, not = '', name = ''] = /^(!?)\s*defined\s*\(?\s*(\w+)\s*\)?$/.exec(condition) ?? [];
  return name !== '' && unset.test(name) ? not === '!' : undefined;
}
