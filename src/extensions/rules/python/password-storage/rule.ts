import { calleeName, endsWithName, lastSegments } from '#engine/analysis/judges/callee-name.ts';
import { numberOf, textOf, wordsOf } from '#engine/analysis/judges/constant-of.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { CallFact, CompareFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { ArgumentName } from '#engine/analysis/framework.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

/** Hashes that are made to be fast. */
const FAST =
  /(?:^|\.)(?:hashlib\.(?:md5|sha1|sha224|sha256|sha384|sha512|sha3_\w+|blake2[bs]|new)|(?:MD5|SHA|SHA1|SHA224|SHA256|SHA384|SHA512|SHA3_256|SHA3_512)\.new|md5\.new|md5\.md5)$/;

/** `digest = hashlib.sha256()`, then `digest.update(password)`. */
const FAST_UPDATE =
  /(?:^|\.)(?:hashlib\.(?:md5|sha1|sha224|sha256|sha384|sha512|new)|(?:MD5|SHA|SHA1|SHA256|SHA512)\.new)\(\)\.update$/;

interface Stretching {
  readonly callee: string;
  readonly salt: readonly ArgumentName[];
  readonly rounds?: readonly ArgumentName[];
  readonly least?: number;
}

/** Functions that are made for passwords, by the end of their names. */
const STRETCHING: readonly Stretching[] = [
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
];

/** Ways of handing an input on that leave a password as it is. */
const UNCHANGED: ReadonlySet<string> = new Set([
  'get',
  'strip',
  'encode',
  'decode',
  'getlist',
  'str',
  'input',
  'getpass',
  'form',
  'pop',
  'json',
  'get_json',
  'argument',
  'get_argument',
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
      const stretching = STRETCHING.find(({ callee }) => endsWithName(name, callee));
      if (stretching !== undefined) checkStretching(call, stretching, report);
      else if (FAST.test(name) || FAST_UPDATE.test(name)) checkFast(facts, call, report);
      else if (/(?:^|\.)(?:b64encode|encodestring|b32encode|hexlify)$/.test(name)) checkEncoding(facts, call, report);
      else if (/(?:^|\.)execute(?:many)?$/.test(name)) checkInsert(call, report);
      else checkRecord(call, name, report);
    }
    for (const compare of compares) checkCompare(compare, report);
    for (const { property, target, value, at } of assignments) {
      if (target.kind !== 'member' || !isPasswordName(property) || !isPlainInput(value) || isSelf(target.object))
        continue;
      report(at, { message: `The password is stored in '${property}' as it was entered.`, confidence: 'medium' });
    }
  },
};

function isSelf(expression: Expression): boolean {
  return expression.kind === 'name' && expression.name === 'self';
}

function isPasswordName(name: string): boolean {
  return secretKind(name) === 'password' && !/otp|pin|code$/i.test(name);
}

/** Whether a password goes in: by its name, with what wraps it looked through. */
function isPassword(expression: Expression): boolean {
  switch (expression.kind) {
    case 'binary':
      return isPassword(expression.left) || isPassword(expression.right);
    case 'template':
      return expression.parts.some(isPassword);
    case 'call': {
      const { callee } = expression;
      if (callee.kind === 'member' && isPassword(callee.object)) return true;
      return isPasswordName(lastName(expression)) || expression.arguments.some(({ value }) => isPassword(value));
    }
    default:
      return isPasswordName(lastName(expression));
  }
}

function checkFast(facts: ModuleFacts, call: CallFact, report: Report): void {
  if (call.isInLoop) return;
  const input = call.arguments.find(({ argument }) => isPassword(argument.value))?.argument.value;
  if (input === undefined) return;
  const isSalted = /salt|pepper|urandom/i.test(facts.textAt(input.at));
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
  if (input === undefined || !isPassword(input) || /user|auth|:/i.test(facts.textAt(input.at))) return;
  report(call.at, { message: 'The password is only encoded, which anyone can undo.', confidence: 'medium' });
}

/** `INSERT INTO users (name, password) VALUES (?, ?)` with the password as it was entered. */
function checkInsert(call: CallFact, report: Report): void {
  const sql = wordsOf(call.argument(0));
  if (!/\b(?:insert\s+into|update|replace\s+into)\b/i.test(sql) || !/pass(?:word|wd)?\b|pwd/i.test(sql)) return;
  const written = call.arguments[1]?.argument.value;
  const values = call.argument(1)?.fields;
  const items = written?.kind === 'sequence' ? written.items : [];
  const isBound = items.some((item, index) => {
    const value = values?.get(String(index));
    return isPasswordName(lastName(item)) && value !== undefined && isPlainInput(value);
  });
  const isInText = (call.argument(0)?.parts ?? []).some(
    (part) =>
      typeof part !== 'string' &&
      part.origin !== undefined &&
      isPasswordName(lastName(part.origin)) &&
      isPlainInput(part),
  );
  if (!isBound && !isInText) return;
  report(call.at, { message: 'The statement stores the password as it was entered.', confidence: 'high' });
}

/** `User(name=…, password=request.form['password'])`. */
function checkRecord(call: CallFact, name: string, report: Report): void {
  const made = lastSegments(name.replaceAll('()', ''), 1);
  if (
    !/^[A-Z]\w*$|^(?:insert_one|insert|create|save)$/.test(made) ||
    /Form|Client|Auth|Request|Login|Connection|Session|Engine/.test(made)
  )
    return;
  for (const { argument, value } of call.arguments) {
    const entry = argument.name === undefined ? undefined : isPasswordName(argument.name) ? value : undefined;
    const field = [...(value.fields ?? [])].find(([key]) => isPasswordName(key))?.[1];
    const stored = entry ?? (made === 'insert_one' || made === 'insert' ? field : undefined);
    if (stored !== undefined && stored.taints.some(({ kind }) => kind === 'remote') && isPlainInput(stored)) {
      report(call.at, { message: `'${made}' gets the password as it was entered.`, confidence: 'medium' });
    }
  }
}

/** `user.password == request.form['password']`: what is stored is the password itself. */
function checkCompare({ expression, left, right, at }: CompareFact, report: Report): void {
  if (expression.operator !== '==' && expression.operator !== '!=') return;
  for (const [entered, stored, storedAs] of [
    [left, right, expression.right],
    [right, left, expression.left],
  ] as const) {
    const enteredAs = storedAs === expression.right ? expression.left : expression.right;
    if (!isPasswordName(lastName(enteredAs)) || !isPlainInput(entered)) continue;
    if (
      storedAs.kind === 'call' &&
      /^(?:b64decode|b32decode|decodestring|unhexlify)$/.test(lastName(storedAs.callee))
    ) {
      report(at, { message: 'The stored password is only encoded, which anyone can undo.', confidence: 'high' });
      return;
    }
    if (
      stored.constant !== undefined ||
      storedAs.kind === 'literal' ||
      stored.taints.some(({ kind }) => kind === 'remote')
    )
      continue;
    const isRow = storedAs.kind === 'index' || storedAs.kind === 'member';
    const isNamed = isPasswordName(lastName(storedAs));
    if (!isRow || !(isNamed || isPositional(storedAs)) || /hash|digest|crypt|confirm|repeat/i.test(lastName(storedAs)))
      continue;
    report(at, { message: 'The stored password is compared as it is.', confidence: 'medium' });
    return;
  }
}

function isPositional(expression: Expression): boolean {
  return (
    expression.kind === 'index' && expression.index.kind === 'literal' && typeof expression.index.value === 'number'
  );
}

/** Whether a value came from outside and went through nothing that changes it. */
function isPlainInput(value: Value): boolean {
  if (!value.taints.some(({ kind }) => kind === 'remote' || kind === 'parameter')) return false;
  return isUnchanged(value.origin);
}

function isUnchanged(origin: Expression | undefined): boolean {
  switch (origin?.kind) {
    case undefined:
    case 'name':
    case 'index':
    case 'member':
      return true;
    case 'call':
      return UNCHANGED.has(origin.callee.kind === 'member' ? origin.callee.property : lastName(origin.callee));
    default:
      return false;
  }
}
