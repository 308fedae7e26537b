import { type CweId, cweIdsIn } from '#core/cwe-id.ts';

/**
 * Says that a weakness was left: "not fixed", "remains", "out of scope", "should be reviewed".
 *
 * Deliberately about leaving, not about any "not": "CWE-89: the query no longer holds input" is a claim.
 */
const LEFT =
  /\b(?:(?:not|n['’]t|never|cannot|unable to)(?: (?:yet|been|be|fully|completely|entirely|to|have|possible|directly)){0,4} (?:fix|address|resolve|mitigate|handle|remove|cover|correct|patch|solve|change|touch|apply|applicable|part)\w*|yet to be|remain(?:s|ing)?|still|left (?:open|as|un|for|to)|open (?:issue|finding|weakness|point)s?|outstanding|pending|unresolved|unfixed|unaddressed|unchanged|out of scope|to-?do|future (?:work|improvement)s?|next steps?|won['’]t|did not|didn['’]t|could not|couldn['’]t|skipped|ignored|accepted risk|false (?:positive|alarm)s?|should|consider|recommend\w*)\b/i;

/** Where one statement ends and a contrary one may begin. */
const CLAUSE_END = /[.!?;](?=\s|$)|,? (?:but|however|although|though|while|whereas|except)\b/i;

const MAX_LINE = 4_000;

/**
 * Weaknesses that a reply's prose says were fixed; `prose` holds the lines outside of code.
 *
 * The rule is made of clauses, not of understanding. Naming a weakness counts as claiming it, for a fix reply lists what
 * it did, unless it is named in a clause that says it was left (`LEFT`), below a heading that says so, or in the list
 * that such a line introduces with a colon. A weakness that is claimed in one place and left in another is not claimed:
 * a false claim costs points, and the model is given the benefit of the doubt.
 */
export function claimsIn(prose: readonly string[]): readonly CweId[] {
  const claimed = new Set<CweId>();
  const left = new Set<CweId>();
  let isBelowLeft = false;
  let isListLeft = false;
  for (const whole of prose) {
    const line = whole.slice(0, MAX_LINE).trim();
    if (line === '') continue;
    const isHeading = /^#{1,6}\s|^\*\*[^*]{1,200}\*\*:?$/.test(line);
    const isItem = /^(?:[-*+|]|\d{1,3}[.)])/.test(line) && !isHeading;
    if (isHeading) isBelowLeft = LEFT.test(line);
    if (!isItem) isListLeft = line.endsWith(':') && LEFT.test(line);
    for (const clause of line.split(CLAUSE_END)) {
      const isLeft = isBelowLeft || (isItem && isListLeft) || LEFT.test(clause);
      for (const cwe of cweIdsIn(clause)) (isLeft ? left : claimed).add(cwe);
    }
  }
  return [...claimed].filter((cwe) => !left.has(cwe));
}
