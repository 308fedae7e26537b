import type { Branch, Conditional } from './conditionals.ts';

/**
 * The branch that is read where only one can be: the first whose condition may hold. Macros that `unset` matches are taken
 * for not set, others for set. `undefined` when none of them holds.
 */
export function chosenBranch({ branches }: Conditional, unset: RegExp): Branch | undefined {
  return branches.find(({ says }) => holds(says, unset) !== false);
}

/** Characters of a condition; nobody knows whether a longer one holds. */
const LONGEST = 300;

/** Whether a condition holds, as far as it can be told: `undefined` is "it may". */
export function holds(says: string, unset: RegExp): boolean | undefined {
  if (says.length > LONGEST) return undefined;
  const [, word = '', rest = ''] = /^(\w+)(.*)$/s.exec(says) ?? [];
  const condition = withoutComments(rest).trim();
  if (word === 'else') return true;
  if (word === 'ifdef' || word === 'elifdef') return unset.test(condition) ? false : undefined;
  if (word === 'ifndef' || word === 'elifndef') return unset.test(condition) ? true : undefined;
  if (condition === '0' || condition === '1') return condition === '1';
  const [, not = '', name = ''] = /^(!?) ?defined ?\(? ?(\w+) ?\)?$/.exec(condition.replaceAll(/\s+/g, ' ')) ?? [];
  return name !== '' && unset.test(name) ? not === '!' : undefined;
}

/** What stands behind a comment is a part of the condition. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*.*?\*\/|\/\/.*$/gs, ' ');
}
