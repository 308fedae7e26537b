import type { CallFact } from '#engine/analysis/facts.ts';
import { allowsAnything } from '#engine/analysis/judges/open-pattern.ts';

/**
 * Whether a match says something of the whole text: every character of the pattern is listed. A pattern that is not in
 * sight is taken to be such a one.
 */
export function isStrictMatch(call: CallFact): boolean {
  const pattern = patternOf(call);
  return typeof pattern !== 'string' || !allowsAnything(pattern);
}

/** `Pattern.matches(pattern, text)`, `text.matches(pattern)`, `PATTERN.matcher(text)`. */
function patternOf({ receiver, argument }: CallFact): string | undefined {
  const constant = argument(0)?.constant?.value;
  if (typeof constant === 'string') return constant;
  const { origin } = receiver ?? {};
  const made = origin?.kind === 'call' ? origin.arguments[0]?.value : undefined;
  return made?.kind === 'literal' && typeof made.value === 'string' ? made.value : undefined;
}

/** `replaceAll("[^a-z]", "")`: whatever is not listed goes. */
export function keepsListed(call: CallFact): boolean {
  const pattern = call.argument(0)?.constant?.value;
  return typeof pattern === 'string' && /^\(?(?:\[\^(?:[\w\s-]|\\[wds_.-]|\.)+\]|\\W)[+*]?\)?$/.test(pattern);
}

/** `replaceAll("[\r\n]", "_")` and the like. */
export function dropsLineBreaks(call: CallFact): boolean {
  const pattern = call.argument(0)?.constant?.value;
  return typeof pattern === 'string' && /[\r\n]|\\[rnRsv]|\\p\{Cntrl\}|\[\^/.test(pattern);
}

/** `replace("<", "&lt;")`. */
export function dropsMarkup(call: CallFact): boolean {
  const [pattern, substitute] = [call.argument(0)?.constant?.value, call.argument(1)?.constant?.value];
  return (
    typeof pattern === 'string' && pattern.includes('<') && typeof substitute === 'string' && !substitute.includes('<')
  );
}

/** `replace("..", "")` leaves `....//` as it is, but `replaceAll("[/\\\\.]", "")` takes all of them away. */
export function dropsPathSigns(call: CallFact): boolean {
  const pattern = call.argument(0)?.constant?.value;
  return typeof pattern === 'string' && /^\[[^\]^]*[/\\][^\]]*\][+*]?$/.test(pattern);
}

/** `replace("'", "&apos;")`: no text ends the literal that it stands in. */
export function dropsQuotes(call: CallFact): boolean {
  const pattern = call.argument(0)?.constant?.value;
  return typeof pattern === 'string' && pattern.includes("'");
}
