import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { definitionOf } from '#engine/analysis/judges/surroundings.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';
import { isUnfilled } from './unfilled.ts';

/** Derivations of keys from passwords, and where the salt stands. */
const SALTED: Readonly<Record<string, number>> = {
  'pbkdf2.Key': 1,
  'crypto/pbkdf2.Key': 2,
  'scrypt.Key': 1,
  'argon2.Key': 1,
  'argon2.IDKey': 1,
};

export const rule: Rule = {
  id: 'go/fixed-salt',
  languages: ['go'],
  cwes: ['CWE-759', 'CWE-760'],
  title: 'Password hashed with no salt of its own',
  severity: 'medium',
  rationale: 'With one salt for all, equal passwords have equal hashes, and one table of guesses serves for all users.',
  remediation: 'Draw a salt for each password with crypto/rand and keep it beside the hash.',
  references: [
    'https://cwe.mitre.org/data/definitions/759.html',
    'https://cwe.mitre.org/data/definitions/760.html',
    'https://pkg.go.dev/golang.org/x/crypto/argon2#IDKey',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const position = SALTED[calleeName(call)];
      const given = position === undefined ? undefined : call.arguments[position];
      if (given === undefined) continue;
      if (isUnfilled(call, given.argument.value)) {
        report(call.at, { message: 'Nothing has been put into the salt.', confidence: 'high' });
        continue;
      }
      if (!isFixed(facts, given.argument.value, given.value)) continue;
      report(call.at, { message: 'The salt is the same for every password.', confidence: 'high' });
    }
  },
};

/** A text that is written down, or `nil`. */
function isFixed(facts: ModuleFacts, written: Expression, value: Value): boolean {
  if (value.isFixed === true) return true;
  if (facts.textAt(written.at) === 'nil') return true;
  return isWrittenDown(definitionOf(facts, written));
}

/** `[]byte("…")` */
function isWrittenDown(made: Expression): boolean {
  if (made.kind !== 'call') return false;
  const [only] = made.arguments;
  if (only?.value.kind !== 'literal' || typeof only.value.value !== 'string') return false;
  return made.arguments.length === 1 && [...walk([made.callee])].every((node) => node.kind !== 'call');
}
