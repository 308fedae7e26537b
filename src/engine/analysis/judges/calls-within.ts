import type { CallFact, FunctionFact, ModuleFacts } from '../facts.ts';
import { countWork } from '../rule-work.ts';

/** Calls in a function, those in functions inside it included. */
export function callsWithin(facts: ModuleFacts, outer: FunctionFact): readonly CallFact[] {
  countWork(facts.calls.length);
  return facts.calls.filter((call) => isWithin(call.within, outer));
}

/** Whether a function is `outer` or stands inside it. */
export function isWithin(inner: FunctionFact | undefined, outer: FunctionFact): boolean {
  for (let at = inner; at !== undefined; at = at.outer) if (at === outer) return true;
  return false;
}
