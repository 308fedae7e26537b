import type { CallFact } from '#engine/analysis/facts.ts';
import { numberOf, textOf } from '#engine/analysis/judges/constant-of.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/password-storage',
  languages: ['c', 'cpp'],
  cwes: ['CWE-916', 'CWE-759', 'CWE-328'],
  title: 'Password stored with a fast hash',
  severity: 'high',
  rationale: 'Fast hashes let an attacker who has the stored values try billions of passwords a second.',
  remediation:
    'Store passwords with Argon2id, scrypt, bcrypt or PBKDF2 with some hundred thousand rounds and a random salt.',
  references: [
    'https://cwe.mitre.org/data/definitions/916.html',
    'https://cwe.mitre.org/data/definitions/759.html',
    'https://cwe.mitre.org/data/definitions/328.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const finding = judge(call);
      if (finding !== undefined) report(call.at, finding);
    }
  },
};

const HASHES =
  /^(?:MD[245]|SHA1?|SHA(?:224|256|384|512)|(?:MD[245]|SHA1?|SHA(?:224|256|384|512))_?Update|EVP_DigestUpdate|EVP_Digest|EVP_Q_digest|mbedtls_(?:md5|sha1|sha256|sha512)(?:_ret|_update|_update_ret)?|CC_(?:MD5|SHA1|SHA256|SHA512)(?:_Update)?|crypto_hash(?:_sha256|_sha512)?|gcry_md_write|g_compute_checksum_for_string)$/;
const FEWEST_ROUNDS = 10_000;

function judge(call: CallFact): RuleFinding | undefined {
  const name = methodName(call);
  if (call.expression.callee.kind !== 'name') return undefined;
  const password = call.arguments
    .map(({ argument }) => inner(argument.value))
    .find((one) => secretKind(one) === 'password');
  if (password === undefined) return undefined;
  if (HASHES.test(name)) {
    return { message: `The password '${password}' is hashed by '${name}', which is fast.`, confidence: 'medium' };
  }
  if (name === 'PKCS5_PBKDF2_HMAC' || name === 'PKCS5_PBKDF2_HMAC_SHA1') {
    const rounds = numberOf(call.argument(4));
    if (rounds === undefined || rounds >= FEWEST_ROUNDS) return undefined;
    return {
      message: `The password '${password}' is hashed with ${rounds} rounds.`,
      confidence: 'high',
      cwes: ['CWE-916'],
    };
  }
  const setting = name === 'crypt' || name === 'crypt_r' ? textOf(call.argument(1)) : undefined;
  if (setting === undefined || /^\$(?:2[aby]|5|6|7|y|gy|argon2)/.test(setting)) return undefined;
  return { message: `The password '${password}' is hashed by an old method of 'crypt'.`, confidence: 'high' };
}

/** A name, also below a cast and as `password.c_str()`. */
function inner(given: CallFact['expression']['callee']): string {
  let at = given;
  for (let count = 0; count < 4; count += 1) {
    if (at.kind === 'cast') at = at.operand;
    else if (at.kind === 'call' && at.callee.kind === 'member') at = at.callee.object;
    else break;
  }
  return lastName(at);
}
