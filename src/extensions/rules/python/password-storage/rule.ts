import { calleeName, endsWithName } from '#engine/analysis/judges/callee-name.ts';
import { numberOf, textOf } from '#engine/analysis/judges/constant-of.ts';
import { calleeTable } from '#engine/analysis/judges/callee-table.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { ArgumentName } from '#engine/analysis/framework.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';
import { checkCompare, checkInsert, checkRecord, checkWrite } from './kept-as-entered.ts';
import { isPassword, isPasswordName, isPlainInput, isSelf } from './password-expression.ts';

/** Hashes that are made to be fast. */
const FAST =
  /(?:^|\.)(?:hashlib\.(?:md5|sha1|sha224|sha256|sha384|sha512|sha3_\w+|blake2[bs]|new)|(?:MD5|SHA|SHA1|SHA224|SHA256|SHA384|SHA512|SHA3_256|SHA3_512)\.new|md5\.new|md5\.md5)$/;

/** `digest = hashlib.sha256()`, then `digest.update(password)`. */
const FAST_UPDATE =
  /(?:^|\.)(?:hashlib\.(?:md5|sha1|sha224|sha256|sha384|sha512|new)|(?:MD5|SHA|SHA1|SHA256|SHA512)\.new)\(\)\.update$/;

/** Schemes of passlib and of Django that are kept for old data. */
const WEAK_SCHEME =
  /(?:^|\.)(?:hash\.(?:md5_crypt|sha1_crypt|des_crypt|ldap_md5|ldap_sha1|plaintext|hex_md5|hex_sha1|hex_sha256|mysql323)\.(?:hash|encrypt|using)|hashers\.(?:MD5|SHA1|UnsaltedMD5|UnsaltedSHA1)PasswordHasher)$/;

interface Stretching {
  readonly callee: string;
  readonly salt: readonly ArgumentName[];
  readonly rounds?: readonly ArgumentName[];
  readonly least?: number;
}

/** Functions that are made for passwords, by the end of their names. */
const stretchingFunction = calleeTable<Stretching>([
  { callee: 'hashlib.pbkdf2_hmac', salt: [2, 'salt'], rounds: [3, 'iterations'], least: 10_000 },
  { callee: 'hashlib.scrypt', salt: ['salt'] },
  { callee: 'bcrypt.hashpw', salt: [1, 'salt'] },
  { callee: 'crypt.crypt', salt: [1, 'salt'] },
  { callee: 'KDF.PBKDF2', salt: [1, 'salt'], rounds: [3, 'count'], least: 10_000 },
  { callee: 'KDF.scrypt', salt: [1, 'salt'] },
  { callee: 'pbkdf2.PBKDF2HMAC', salt: [2, 'salt'], rounds: [3, 'iterations'], least: 10_000 },
  { callee: 'scrypt.Scrypt', salt: [0, 'salt'] },
  { callee: 'hash.pbkdf2_sha256.using', salt: ['salt'], rounds: ['rounds'], least: 10_000 },
  { callee: 'hashers.make_password', salt: [1, 'salt'] },
]);

export const rule: Rule = {
  id: 'python/password-storage',
  languages: ['python'],
  cwes: ['CWE-916', 'CWE-522', 'CWE-256', 'CWE-759', 'CWE-760'],
  title: 'Password stored without protection',
  severity: 'high',
  rationale:
    'Whoever gets the stored data has the passwords: at once when they are plain, soon when the hash is fast or unsalted.',
  remediation: 'Store passwords with a slow salted hash: argon2, bcrypt or scrypt.',
  references: [
    'https://cwe.mitre.org/data/definitions/916.html',
    'https://cwe.mitre.org/data/definitions/522.html',
    'https://cwe.mitre.org/data/definitions/256.html',
    'https://cwe.mitre.org/data/definitions/759.html',
    'https://cwe.mitre.org/data/definitions/760.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const { calls, compares, assignments } = facts;
    for (const call of calls) {
      const name = calleeName(call);
      const stretching = stretchingFunction(name);
      if (WEAK_SCHEME.test(name)) {
        report(call.at, { message: 'The password is kept by a scheme that is broken.', confidence: 'high' });
      } else if (
        endsWithName(name, 'generate_password_hash') &&
        /^(?:plain|md5|sha1|sha256|sha512)$/.test(textOf(call.argument(1, 'method')) ?? '')
      ) {
        report(call.at, {
          message: 'The password is hashed with a function that is made to be fast.',
          confidence: 'high',
        });
      } else if (stretching !== undefined) checkStretching(call, stretching, report);
      else if (FAST.test(name) || FAST_UPDATE.test(name)) checkFast(facts, call, report);
      else if (/(?:^|\.)(?:b64encode|encodestring|b32encode|hexlify)$/.test(name)) checkEncoding(facts, call, report);
      else if (/(?:^|\.)execute(?:many)?$/.test(name)) checkInsert(facts, call, report);
      else {
        checkWrite(facts, call, report);
        checkRecord(call, name, report);
      }
    }
    for (const compare of compares) checkCompare(compare, report);
    for (const { property, target, value, at } of assignments) {
      if (
        target.kind !== 'member' ||
        !isPasswordName(property) ||
        !isPlainInput(value) ||
        isSelf(target.object) ||
        property === property.toUpperCase() ||
        !value.taints.some(({ kind }) => kind === 'remote')
      )
        continue;
      report(at, { message: `The password is stored in '${property}' as it was entered.`, confidence: 'medium' });
    }
  },
};

function checkFast(facts: ModuleFacts, call: CallFact, report: Report): void {
  if (call.isInLoop) return;
  const input = call.arguments.find(({ argument }) => isPassword(argument.value))?.argument.value;
  if (input === undefined) return;
  const isSalted = /salt|pepper|urandom/i.test(facts.codeAt(input.at));
  report(call.at, {
    message: isSalted
      ? 'The password is hashed with a function that is made to be fast.'
      : 'The password is hashed without a salt, with a function that is made to be fast.',
    confidence: 'medium',
  });
}

function checkStretching(call: CallFact, { salt, rounds, least = 0 }: Stretching, report: Report): void {
  const constant = call.argument(...salt);
  if (textOf(constant) !== undefined && textOf(constant) !== '') {
    report(call.at, { message: 'Every password gets the same salt.', confidence: 'high' });
    return;
  }
  const count = rounds === undefined ? undefined : numberOf(call.argument(...rounds));
  if (count !== undefined && count < least) {
    report(call.at, { message: `The password is hashed with only ${count} rounds.`, confidence: 'high' });
  }
}

function checkEncoding(facts: ModuleFacts, call: CallFact, report: Report): void {
  const input = call.arguments[0]?.argument.value;
  if (
    input === undefined ||
    !isPassword(input) ||
    /user|auth|:|hash|digest|crypt|sha\d|md5/i.test(facts.codeAt(input.at))
  )
    return;
  report(call.at, { message: 'The password is only encoded, which anyone can undo.', confidence: 'medium' });
}
