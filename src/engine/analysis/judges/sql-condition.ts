import type { Value } from '../value.ts';
import { isInert } from './inert-value.ts';
import { holesOf, isOpenHole, wordsWithBlanks, type Hole } from './text-holes.ts';

/** `name = '…`, `label like '%…`: a column, how it is compared, and a quote that is open. */
const BEFORE =
  /(?:^|[\s(])(?:[\w."`·]+|\w+\([\w."`·]+\))(?:\s+(?:not\s+)?(?:i?like|rlike|regexp|in|between|similar\s+to)\s*\(?\s*|\s*(?:=|<>|!=|<=?|>=?|@>|~\*?)\s*\(?\s*)'[^'<>]*$/i;
/** Markup, paths of XML and addresses put quotes behind equal signs, too. */
const OTHER = /<[a-z/!]|\/\/|\[|@\w|[?&]\w+=|\{\s*"|^\s*--?\w/i;

/**
 * The first hole between the quotes of a condition of SQL that stands by itself, waiting for the rest of its statement:
 * `name LIKE '%…%'`. A whole statement is told by `isSqlText`.
 */
export function openConditionHole(value: Value): Hole | undefined {
  if (value.parts === undefined || value.isFixed === true || OTHER.test(wordsWithBlanks(value).slice(0, 1000)))
    return undefined;
  return holesOf(value).find(
    (hole) => BEFORE.test(hole.before.slice(-300)) && isOpenHole(hole.value, 'sql') && !isInert(hole.value, 'sql'),
  );
}
