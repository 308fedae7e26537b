import { calleeName, endsWithName } from '#engine/analysis/judges/callee-name.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { knownSecret } from '#engine/analysis/judges/known-secret.ts';
import { isPlaceholder } from '#engine/analysis/judges/placeholder-text.ts';
import { secretKind, type SecretKind } from '#engine/analysis/judges/secret-name.ts';
import { definitionOf } from '#engine/analysis/judges/surroundings.ts';
import { isTestPath } from '#engine/analysis/judges/test-path.ts';
import { textEntropy } from '#engine/analysis/judges/text-entropy.ts';
import { urlPassword } from '#engine/analysis/judges/url-password.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { ArgumentName } from '#engine/analysis/framework.ts';
import type { Expression, Place } from '#engine/analysis/ir.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';
import type { Confidence } from '#core/severity.ts';

interface Taker {
  readonly callee: string;
  readonly argument: readonly ArgumentName[];
  readonly what: string;
}

/** Arguments that are keys or passwords, whatever the variable is called that goes in; by the end of the callee. */
const TAKERS: readonly Taker[] = [
  { callee: 'jwt.encode', argument: [1, 'key'], what: 'signing key' },
  { callee: 'jwt.decode', argument: [1, 'key'], what: 'signing key' },
  { callee: 'hmac.new', argument: [0, 'key'], what: 'signing key' },
  { callee: 'fernet.Fernet', argument: [0, 'key'], what: 'encryption key' },
  { callee: 'AES.new', argument: [0, 'key'], what: 'encryption key' },
  { callee: 'DES.new', argument: [0, 'key'], what: 'encryption key' },
  { callee: 'DES3.new', argument: [0, 'key'], what: 'encryption key' },
  { callee: 'ARC4.new', argument: [0, 'key'], what: 'encryption key' },
  { callee: 'Blowfish.new', argument: [0, 'key'], what: 'encryption key' },
  { callee: 'algorithms.AES', argument: [0, 'key'], what: 'encryption key' },
  { callee: 'aead.AESGCM', argument: [0, 'key'], what: 'encryption key' },
  { callee: 'aead.ChaCha20Poly1305', argument: [0, 'key'], what: 'encryption key' },
  { callee: 'smtplib.SMTP.login', argument: [1, 'password'], what: 'password' },
  { callee: 'ftplib.FTP.login', argument: [1, 'passwd'], what: 'password' },
  { callee: 'ftplib.FTP', argument: [2, 'passwd'], what: 'password' },
  { callee: 'imaplib.IMAP4_SSL.login', argument: [1, 'password'], what: 'password' },
  { callee: 'MySQLdb.connect', argument: [2, 'passwd', 'password'], what: 'password' },
  { callee: 'pymysql.connect', argument: [2, 'passwd', 'password'], what: 'password' },
  { callee: 'auth.HTTPBasicAuth', argument: [1, 'password'], what: 'password' },
];

/** A text this long and this mixed is no word of a language. */
const MIXED_LENGTH = 20;
const MIXED_BITS = 3.7;

export const rule: Rule = {
  id: 'python/hard-coded-secret',
  languages: ['python'],
  cwes: ['CWE-798', 'CWE-259', 'CWE-321'],
  title: 'Secret in the source code',
  severity: 'high',
  rationale: 'Everyone who gets the code gets the secret, and it cannot be changed without a new version.',
  remediation: 'Read the secret from the environment or from a store of secrets.',
  references: [
    'https://cwe.mitre.org/data/definitions/798.html',
    'https://cwe.mitre.org/data/definitions/259.html',
    'https://cwe.mitre.org/data/definitions/321.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    const isTest = isTestPath(facts.module.path);
    const once: Report = (at, finding) => {
      if (seen.has(at.start)) return;
      seen.add(at.start);
      report(at, isTest && finding.confidence !== 'low' ? { ...finding, confidence: 'low' } : finding);
    };
    checkKnown(facts, once);
    checkTakers(facts, once);
    for (const node of walk(facts.module.body)) {
      switch (node.kind) {
        case 'assign':
          for (const target of node.targets) checkNamed(lastName(target), node.value, 'variable', once);
          break;
        case 'declare':
          if (node.value !== undefined) checkNamed(node.name, node.value, 'variable', once);
          break;
        case 'call':
          for (const { name, value } of node.arguments)
            if (name !== undefined) checkNamed(name, value, 'argument', once);
          checkDefault(node.callee, node.arguments[0]?.value, node.arguments[1]?.value, once);
          break;
        case 'record':
          for (const { key, value } of node.entries) {
            if (key?.kind === 'literal' && typeof key.value === 'string') checkNamed(key.value, value, 'entry', once);
          }
          break;
        case 'compare':
          if (node.operator !== '==' && node.operator !== '!=') break;
          checkHash(facts, node.left, node.right, once);
          checkHash(facts, node.right, node.left, once);
          checkNamed(lastName(node.left), node.right, 'comparison', once);
          checkNamed(lastName(node.right), node.left, 'comparison', once);
          break;
        case 'function':
          for (const { name, default: value } of node.function.parameters) {
            if (value !== undefined) checkNamed(name, value, 'parameter', once);
          }
          break;
        default:
      }
    }
  },
};

type Form = 'variable' | 'argument' | 'entry' | 'comparison' | 'parameter';

const FORMS: Readonly<Record<Form, string>> = {
  variable: 'is assigned a literal',
  argument: 'is passed as a literal',
  entry: 'is a literal',
  comparison: 'is compared with a literal',
  parameter: 'has a literal for its default',
};

function checkNamed(name: string, value: Expression, form: Form, report: Report): void {
  if (value.kind !== 'literal' || typeof value.value !== 'string' || value.form === 'regex') return;
  const text = value.value;
  const kind = secretKind(name);
  if (kind === undefined || kind === 'digest') {
    const isKey = /(?:^|_)key$/i.test(name) && form !== 'comparison' && isMixed(text);
    if (isKey) report(value.at, { message: `The key '${name}' ${FORMS[form]}.`, confidence: 'medium' });
    return;
  }
  const confidence = confidenceOf(name, kind, text, form);
  if (confidence === undefined) return;
  report(value.at, { message: `The ${kind} '${name}' ${FORMS[form]}.`, confidence });
}

function confidenceOf(name: string, kind: SecretKind, text: string, form: Form): Confidence | undefined {
  if (isPlaceholder(text)) return /^(?:your|my|change|example|dummy|test)/i.test(text) ? 'low' : undefined;
  // Sentences, formats, paths and addresses that speak about the secret.
  if (/\s|[{}<>]|%s|:\/\/|^[./~]|^\w+(?:\.\w+){2,}$/.test(text)) return undefined;
  const isNameItself = text.toLowerCase().replaceAll(/[^a-z]/g, '') === name.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (isNameItself && (form === 'variable' || form === 'entry' || form === 'parameter')) return 'low';
  if (kind === 'password') return /^(?:reset|otp|pin)/i.test(name) && !/\d/.test(text) ? undefined : 'high';
  if (/nonce|csrf|bearer|salt/i.test(name)) return /salt/i.test(name) ? 'low' : undefined;
  // A token is also what a parser reads, and a secret the name of one.
  if (kind === 'token') return text.length >= 8 && /\d/.test(text) ? 'high' : undefined;
  if (text.length < 6) return 'low';
  return /^[A-Za-z]+(?:[-_.][A-Za-z]+)*$/.test(text) && form !== 'variable' && form !== 'argument' ? 'low' : 'high';
}

/** A password by its hash: `sha256(password).hexdigest() == '…'`. */
function checkHash(facts: ModuleFacts, computed: Expression, value: Expression, report: Report): void {
  if (value.kind !== 'literal' || typeof value.value !== 'string' || !/^[0-9a-f]{32,128}$/i.test(value.value)) return;
  const made = facts.textAt(definitionOf(facts, computed).at);
  if (!/digest\(\)/.test(made) || !/pass(?:word|wd)|pwd|secret/i.test(made)) return;
  report(value.at, { message: 'The hash of a password is a literal.', confidence: 'medium' });
}

/** `os.getenv('SECRET_KEY', 's3cret')`: the way around the environment is in the code. */
function checkDefault(
  callee: Expression,
  name: Expression | undefined,
  value: Expression | undefined,
  report: Report,
): void {
  const method = lastName(callee);
  if ((method !== 'getenv' && method !== 'get') || name?.kind !== 'literal' || typeof name.value !== 'string') return;
  const isEnvironment = method === 'getenv' || (callee.kind === 'member' && lastName(callee.object) === 'environ');
  if (isEnvironment && value !== undefined)
    checkNamed(name.value, value, 'parameter', (at, finding) => report(at, { ...finding, confidence: 'low' }));
}

/** Literals that are secrets by their form, and addresses with a password. */
function checkKnown(facts: ModuleFacts, report: Report): void {
  for (const node of walk(facts.module.body)) {
    if (node.kind !== 'literal' || typeof node.value !== 'string' || node.value.length < 10) continue;
    const known = knownSecret(node.value);
    if (known !== undefined) {
      report(node.at, {
        message: `The text holds ${known}.`,
        confidence: /example/i.test(node.value) ? 'low' : 'high',
      });
      continue;
    }
    const inUrl = node.value.includes('://') ? urlPassword(node.value) : undefined;
    if (
      inUrl === undefined ||
      isPlaceholder(inUrl.password) ||
      /^[{$<%]/.test(inUrl.password) ||
      isDocumentation(node.value)
    )
      continue;
    report(node.at, {
      message: 'The address holds a password.',
      confidence: inUrl.password === inUrl.user || inUrl.password.startsWith('pass') ? 'medium' : 'high',
    });
  }
}

function isDocumentation(text: string): boolean {
  return text.includes('\n') || text.length > 300;
}

function checkTakers(facts: ModuleFacts, report: Report): void {
  for (const call of facts.calls) {
    const name = calleeName(call);
    const taker = TAKERS.find(({ callee }) => endsWithName(name.replaceAll('()', ''), callee));
    if (taker === undefined) continue;
    const value = call.argument(...taker.argument);
    const text = textOf(value);
    if (text === undefined || text.length < 2 || isPlaceholder(text)) continue;
    report(placeOf(value?.origin, facts) ?? call.at, {
      message: `The ${taker.what} given to '${lastName(call.expression.callee)}' is a literal.`,
      confidence: 'high',
    });
  }
}

/** Where the literal stands, if it is in this file. */
function placeOf(origin: Expression | undefined, facts: ModuleFacts): Place | undefined {
  if (origin?.kind !== 'literal' || typeof origin.value !== 'string') return undefined;
  return facts.textAt(origin.at).includes(origin.value.slice(0, 4)) ? origin.at : undefined;
}

function isMixed(text: string): boolean {
  return (
    text.length >= MIXED_LENGTH &&
    !/\s/.test(text) &&
    /\d/.test(text) &&
    /[a-z]/i.test(text) &&
    textEntropy(text) >= MIXED_BITS
  );
}
