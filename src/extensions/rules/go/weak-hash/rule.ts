import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { identifierWords } from '#engine/analysis/identifier-words.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { usesOf } from '#engine/analysis/judges/surroundings.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const HASH = /^(?:crypto\/|golang\.org\/x\/crypto\/)?(md5|sha1|md4|ripemd160|sha256|sha512)\.(?:New|Sum\w*|Sum)$/;
const WEAK: ReadonlySet<string> = new Set(['md5', 'sha1', 'md4', 'ripemd160']);
/** Uses for which collisions do no harm. */
const HARMLESS: ReadonlySet<string> = new Set(
  'cache etag checksum gravatar avatar uuid bucket shard dedupe color file filename path slug git blob chunk fingerprint build version index url image asset websocket accept'.split(
    ' ',
  ),
);

export const rule: Rule = {
  id: 'go/weak-hash',
  languages: ['go'],
  cwes: ['CWE-328', 'CWE-327', 'CWE-916'],
  title: 'Weak hash function',
  severity: 'medium',
  rationale:
    'Two inputs with one hash can be computed for MD5 and SHA-1; and any fast hash of a password can be guessed back.',
  remediation: 'Hash with crypto/sha256 or stronger, and passwords with bcrypt, scrypt or Argon2.',
  references: [
    'https://cwe.mitre.org/data/definitions/328.html',
    'https://cwe.mitre.org/data/definitions/327.html',
    'https://cwe.mitre.org/data/definitions/916.html',
    'https://pkg.go.dev/golang.org/x/crypto/bcrypt',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const hash = HASH.exec(calleeName(call))?.[1];
      if (hash === undefined) continue;
      const secret = passwordHashed(facts, call);
      if (secret !== undefined) {
        report(call.at, {
          message: `'${secret}' is hashed with ${hash.toUpperCase()}, which is fast enough to guess it back.`,
          confidence: 'high',
          cwes: WEAK.has(hash) ? rule.cwes : ['CWE-916'],
        });
      } else if (WEAK.has(hash) && !isHarmless(facts, call)) {
        report(call.at, {
          message: `The hash function ${hash.toUpperCase()} has known collisions.`,
          confidence: 'medium',
        });
      }
    }
  },
};

/** Name of the password that is hashed, in the call itself or by what its function is about. */
function passwordHashed(facts: ModuleFacts, call: CallFact): string | undefined {
  for (const node of walk([call.expression], { intoFunctions: false })) {
    const name = node.kind === 'name' || node.kind === 'member' ? lastName(node) : '';
    if (isPassword(name)) return name;
  }
  const { names, within } = usesOf(facts, call.expression);
  const found = [...names, within].find(
    (name) => isPassword(name) || /hash_?pass|pass\w*hash|encrypt_?pass/i.test(name),
  );
  if (found !== undefined || !calleeName(call).endsWith('.New')) return found;
  // `h := sha256.New(); h.Write([]byte(password))`
  for (const one of facts.calls) {
    if (one.within !== call.within || one.receiver?.origin !== call.expression) continue;
    for (const node of walk([one.expression], { intoFunctions: false })) {
      const name = node.kind === 'name' || node.kind === 'member' ? lastName(node) : '';
      if (isPassword(name)) return name;
    }
  }
  return undefined;
}

function isPassword(name: string): boolean {
  return secretKind(name) === 'password';
}

function isHarmless(facts: ModuleFacts, call: CallFact): boolean {
  const { names, within } = usesOf(facts, call.expression);
  return [...names, within].some((name) => identifierWords(name).some((word) => HARMLESS.has(word)));
}
