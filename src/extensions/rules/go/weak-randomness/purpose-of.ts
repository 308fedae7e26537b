import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { isHarmlessRandom, randomPurpose } from '#engine/analysis/judges/random-purpose.ts';
import { usesOf } from '#engine/analysis/judges/surroundings.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

/** How far up the functions are followed that give the value to others. */
const MOST_CALLERS = 3;
/** Calls of one function that are looked at. */
const MOST_CALLS = 12;
const PACKAGE =
  /^package (\w*(?:auth|session|secret|token|login|account|credential|password|otp|invite|security)\w*)\b/m;
const NAMED = /(?:ID|Id|Code|Key|Pin|PIN)$/;

/** What a random value is for, by the names of where it goes: also in those that call the function it is made in. */
export function purposeOf(facts: ModuleFacts, call: CallFact): string | undefined {
  let at: readonly CallFact[] = [call];
  for (let step = 0; step <= MOST_CALLERS && at.length > 0; step += 1) {
    const next: CallFact[] = [];
    for (const one of at) {
      const uses = usesOf(facts, one.expression);
      const around = one.within?.function.name ?? '';
      const names = [...uses.names, uses.within, around];
      if (isHarmlessRandom(names)) return undefined;
      const purpose = randomPurpose(names) ?? byPackage(facts, names);
      if (purpose !== undefined) return purpose;
      // Of a function that gives nothing back nothing reaches the callers.
      const gives = one.within?.returns.some(({ value }) => value.constant === undefined) === true;
      if (around !== '' && gives) next.push(...callsOf(facts, around));
    }
    at = next.slice(0, MOST_CALLS);
  }
  return undefined;
}

/** `NewID` in a package of sessions. */
function byPackage(facts: ModuleFacts, names: readonly string[]): string | undefined {
  return PACKAGE.test(facts.codeText)
    ? names.find((name) => NAMED.test(name) || /^(?:id|code|key|pin)$/.test(name))
    : undefined;
}

const known = new WeakMap<ModuleFacts, ReadonlyMap<string, readonly CallFact[]>>();

function callsOf(facts: ModuleFacts, name: string): readonly CallFact[] {
  let calls = known.get(facts);
  if (calls === undefined) {
    const byName = new Map<string, CallFact[]>();
    for (const call of facts.calls) {
      const called = lastName(call.expression.callee);
      const same = byName.get(called);
      if (same === undefined) byName.set(called, [call]);
      else same.push(call);
    }
    known.set(facts, byName);
    calls = byName;
  }
  return calls.get(name) ?? [];
}
