import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { identifierWords } from '#engine/analysis/identifier-words.ts';
import { callsWithin } from '#engine/analysis/judges/calls-within.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { usesOf } from '#engine/analysis/judges/surroundings.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const WEAK = /^(?:md2|md4|md5|sha|sha1|ripemd(?:128|160)?)$/;
/** Any fast hash is too fast for a password. */
const FAST = /^sha(?:224|256|384|512)$/;
/** Uses for which collisions do no harm. */
const HARMLESS: ReadonlySet<string> = new Set([
  'cache',
  'checksum',
  'etag',
  'gravatar',
  'avatar',
  'fingerprint',
  'dedupe',
  'shard',
  'bucket',
  'websocket',
]);

export const rule: Rule = {
  id: 'java/weak-hash',
  languages: ['java'],
  cwes: ['CWE-328', 'CWE-327', 'CWE-916'],
  title: 'Weak hash function',
  severity: 'medium',
  rationale:
    'Two inputs with one hash can be computed for MD5 and SHA-1; and any fast hash of a password can be guessed back.',
  remediation: 'Hash with SHA-256 or stronger, and passwords with PBKDF2, bcrypt, scrypt or Argon2.',
  references: [
    'https://cwe.mitre.org/data/definitions/328.html',
    'https://cwe.mitre.org/data/definitions/327.html',
    'https://cwe.mitre.org/data/definitions/916.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const hash = hashOf(call);
      if (hash === undefined) continue;
      const plain = hash.toLowerCase().replaceAll(/[-_]/g, '');
      const isWeak = WEAK.test(plain);
      if (!isWeak && !FAST.test(plain)) continue;
      const secret = passwordHashed(facts, call);
      if (secret !== undefined) {
        report(call.at, {
          message: `'${secret}' is hashed with ${hash}, which is fast enough to guess it back.`,
          confidence: isWeak ? 'high' : 'medium',
        });
      } else if (isWeak && !isHarmless(facts, call)) {
        report(call.at, {
          message: `The hash function ${hash} has known collisions.`,
          confidence: 'medium',
        });
      }
    }
  },
};

function hashOf(call: CallFact): string | undefined {
  const [name = ''] = call.names;
  if (/(?:^|\.)MessageDigest\.getInstance$/.test(name)) return textOf(call.argument(0));
  const [, utility] =
    /(?:^|\.)DigestUtils\.(?:get)?(md5|sha1|sha256|sha512|sha)(?:Hex|Digest|DigestAsHex)?$/i.exec(name) ?? [];
  if (utility !== undefined) return utility.toUpperCase();
  const [, guava] = /(?:^|\.)Hashing\.(md5|sha1)$/.exec(name) ?? [];
  return guava?.toUpperCase();
}

/** The password that the function around hashes; salted rounds of a strong hash are another matter. */
function passwordHashed(facts: ModuleFacts, call: CallFact): string | undefined {
  const within = call.within;
  if (within === undefined) return undefined;
  const own = within.function;
  const isSlow = callsWithin(facts, within).some(({ names }) => /PBEKeySpec|bcrypt|scrypt|argon/i.test(names[0] ?? ''));
  if (isSlow) return undefined;
  if (/hash_?pass|pass\w*hash|encrypt_?pass|encode_?pass|digest_?pass/i.test(own.name)) return own.name;
  const parameter = own.parameters.find(({ name }) => secretKind(name) === 'password');
  if (parameter !== undefined) return parameter.name;
  for (const one of callsWithin(facts, within)) {
    if (!/\.(?:update|digest)$/.test(one.names[0] ?? '')) continue;
    for (const node of walk(
      one.expression.arguments.map(({ value }) => value),
      { intoFunctions: false },
    )) {
      const name = node.kind === 'name' || node.kind === 'member' ? lastName(node) : '';
      if (name !== '' && secretKind(name) === 'password') return name;
    }
  }
  return undefined;
}

function isHarmless(facts: ModuleFacts, call: CallFact): boolean {
  const uses = usesOf(facts, call.expression);
  return [...uses.names, uses.within].some((name) => identifierWords(name).some((word) => HARMLESS.has(word)));
}
