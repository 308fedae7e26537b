import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { isHtmlText } from '#engine/analysis/judges/html-text.ts';
import { mentions } from '#engine/analysis/judges/names-within.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import type { RuleFinding } from '#engine/analysis/rule.ts';

/** What makes text safe, makes markup of its own, or looks at where an address leads. */
const CARES =
  /sanit|escape|policy|markdown|blackfriday|goldmark|^Marshal|valid|allow|trusted|embed|asset|icon|svg|static|translat|i18n/i;
const LOOKS = /^HasPrefix$|^Scheme$|^(?:url)?\.?Parse$|^MatchString$/;

/** `template.HTML(value)` says that the value is markup, `template.URL(value)` that the address is harmless. */
export function markedText(facts: ModuleFacts, { taints, callee, value, within }: SinkFact): RuleFinding | undefined {
  const isShaped = value.parts !== undefined && isHtmlText(value);
  const name = within?.function.name ?? '';
  const isCareful =
    CARES.test(name) || mentions(facts, within, CARES) || (callee.endsWith('.URL') && mentions(facts, within, LOOKS));
  const outside = surestTaint(
    taints,
    isShaped || !isCareful ? { remote: 'high', parameter: 'medium' } : { remote: 'high' },
  );
  if (outside === undefined) return undefined;
  return {
    message: `${atBeginning(outside.taint.what)} is declared to be safe markup by '${callee.replace('html/', '')}'.`,
    confidence: outside.confidence,
    taint: outside.taint,
  };
}
