import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

/** Methods that say what somebody may do. */
const DECIDES =
  /^(?:is|has|can|may)?(?:allow|permit|access|authori[sz]|grant|cover|inScope)|^(?:can|may)[A-Z]|(?:Allowed|Permitted|Access|Authorized)$/;
const ABOUT = /path|scope|dir|folder|resource|namespace|tenant|topic|bucket|parent|root|owner|uri|prefix/i;

/** `path.startsWith(folder)`: what is granted for `/team` holds for `/team-of-others`, too. */
export function looseScopes(facts: ModuleFacts): readonly CallFact[] {
  return facts.calls.filter((call) => {
    const { callee, arguments: given } = call.expression;
    if (callee.kind !== 'member' || callee.property !== 'startsWith' || call.within === undefined) return false;
    if (!DECIDES.test(call.within.function.name.replace(/\/\d+$/, ''))) return false;
    const prefix = call.argument(0);
    if (prefix === undefined || prefix.constant !== undefined || prefix.isFixed === true) return false;
    const last = prefix.parts?.at(-1);
    if (typeof last === 'string') return false;
    // Paths compare whole steps.
    if (
      /java\.nio|\.Path\b/.test(call.receiver?.name ?? '') ||
      /\bPath\b/.test(facts.codeAt(call.within.function.at).slice(0, 300))
    )
      return false;
    return ABOUT.test(`${lastName(given[0]?.value)} ${lastName(callee.object)}`);
  });
}
