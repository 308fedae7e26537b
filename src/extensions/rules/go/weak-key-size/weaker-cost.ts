import type { CallFact } from '#engine/analysis/facts.ts';
import { numberOf } from '#engine/analysis/judges/constant-of.ts';

const FEWEST_ROUNDS = 100_000;
const LEAST_BCRYPT = 10;
const LEAST_SCRYPT = 16_384;

/** What is to be said of a derivation of keys that is too cheap. */
export function weakerCost(call: CallFact, name: string): string | undefined {
  if (name === 'pbkdf2.Key' || name === 'crypto/pbkdf2.Key') {
    // The one of the standard library takes the hash first.
    const rounds = numberOf(call.argument(name === 'pbkdf2.Key' ? 2 : 3));
    return rounds === undefined || rounds >= FEWEST_ROUNDS ? undefined : `PBKDF2 runs only ${String(rounds)} rounds.`;
  }
  if (name === 'bcrypt.GenerateFromPassword') {
    const value = call.argument(1);
    const cost = value?.name === 'bcrypt.MinCost' ? 4 : numberOf(value);
    return cost === undefined || cost >= LEAST_BCRYPT ? undefined : `The cost of bcrypt is only ${String(cost)}.`;
  }
  if (name === 'scrypt.Key') {
    const cost = numberOf(call.argument(2));
    return cost === undefined || cost >= LEAST_SCRYPT ? undefined : `The cost of scrypt is only ${String(cost)}.`;
  }
  return undefined;
}
