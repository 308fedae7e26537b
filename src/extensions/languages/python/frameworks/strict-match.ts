import type { CallFact } from '#engine/analysis/facts.ts';
import { allowsAnything } from '#engine/analysis/judges/open-pattern.ts';

/**
 * Whether a match says something of the whole text: anchored at its end, and made of listed characters only. A pattern
 * that is not in sight is taken to be one.
 */
export function isStrictMatch(call: CallFact): boolean {
  const pattern = patternOf(call);
  if (pattern === undefined) return true;
  const method = call.names[0]?.split('.').at(-1);
  const isAnchored = method === 'fullmatch' || /(?:\$|\\[zZ])\)?$/.test(pattern);
  const isFromStart = method !== 'search' || /^\(?(?:\^|\\A)/.test(pattern);
  return isAnchored && isFromStart && !allowsAnything(pattern);
}

function patternOf({ receiver, argument, names }: CallFact): string | undefined {
  if (names[0]?.startsWith('re.compile()') === true) {
    const { origin } = receiver ?? {};
    const first = origin?.kind === 'call' ? origin.arguments[0]?.value : undefined;
    return first?.kind === 'literal' && typeof first.value === 'string' ? first.value : undefined;
  }
  const constant = argument(0)?.constant?.value;
  return typeof constant === 'string' ? constant : undefined;
}
