import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

/** Functions that say what somebody may do. */
const DECIDES =
  /^(?:is_?|has_?)?(?:cover|allow|permit|may|can|authori[sz]|grant|owns?|access|include|contain|inScope|within|match)|(?:Allowed|Permitted|Access|Authori[sz]ed|InScope|Covers)$|scope|polic|acl|permission|grant/i;
const ABOUT = /path|scope|dir|folder|prefix|resource|namespace|tenant|topic|bucket|key|org|parent|root|owner|base/i;

/** `strings.HasPrefix(path, folder)`: a grant for `/team` covers `/team-of-others`, too. */
export function looseScopes(facts: ModuleFacts): readonly CallFact[] {
  return facts.calls.filter((call) => {
    if (methodName(call) !== 'HasPrefix' || call.within === undefined || call.receiver === undefined) return false;
    const { function: one, class: owner } = call.within;
    const [receiver] = one.isMethod ? one.parameters : [];
    const decides = DECIDES.test(one.name);
    const isOfScope = /scope|polic|acl|permission|grant|role/i.test(
      `${owner?.name ?? ''} ${lastName(receiver?.annotation)}`,
    );
    if (!decides || (!isOfScope && !/allow|permit|may|can[A-Z]|authori|access|scope|grant/i.test(one.name)))
      return false;
    const prefix = call.argument(0);
    if (prefix === undefined || prefix.constant !== undefined || prefix.isFixed === true) return false;
    const last = prefix.parts?.at(-1);
    if (typeof last === 'string') return false;
    const written = call.expression.arguments[0]?.value;
    const text = `${lastName(written)} ${lastName(one.parameters.at(-1)?.annotation)} ${facts.codeAt(call.at)}`;
    return ABOUT.test(text) && !/[sS]eparator|[sS]lash|prefix\b/.test(facts.codeAt(call.at));
  });
}
