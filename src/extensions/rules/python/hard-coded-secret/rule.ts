import { accountPassword } from '#engine/analysis/judges/account-password.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { literalSecret } from '#engine/analysis/judges/literal-secret.ts';
import { isPlaceholder } from '#engine/analysis/judges/placeholder-text.ts';
import { secretKind, type SecretKind } from '#engine/analysis/judges/secret-name.ts';
import { definitionOf } from '#engine/analysis/judges/surroundings.ts';
import { isTestPath } from '#engine/analysis/judges/test-path.ts';
import { textEntropy } from '#engine/analysis/judges/text-entropy.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, Place } from '#engine/analysis/ir.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';
import { secretTaker } from './secret-takers.ts';
import type { Confidence } from '#core/severity.ts';

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
    for (const node of nodesOf(facts, 'literal')) {
      const found = literalSecret(node);
      if (found !== undefined) once(node.at, found);
    }
    checkTakers(facts, once);
    for (const { targets, value } of nodesOf(facts, 'assign')) {
      for (const target of targets) checkNamed(lastName(target), value, 'variable', once);
    }
    for (const { name, value } of nodesOf(facts, 'declare')) {
      if (value !== undefined) checkNamed(name, value, 'variable', once);
    }
    for (const { callee, arguments: given } of nodesOf(facts, 'call')) {
      for (const { name, value } of given) if (name !== undefined) checkNamed(name, value, 'argument', once);
      checkDefault(callee, given[0]?.value, given[1]?.value, once);
    }
    for (const { entries } of nodesOf(facts, 'record')) {
      for (const { key, value } of entries) {
        if (key?.kind === 'literal' && typeof key.value === 'string') checkNamed(key.value, value, 'entry', once);
      }
    }
    for (const { operator, left, right } of nodesOf(facts, 'compare')) {
      if (operator !== '==' && operator !== '!=') continue;
      checkHash(facts, left, right, once);
      checkHash(facts, right, left, once);
      checkNamed(lastName(left), right, 'comparison', once);
      checkNamed(lastName(right), left, 'comparison', once);
    }
    for (const { function: made } of nodesOf(facts, 'function')) {
      for (const { name, default: value } of made.parameters) {
        if (value !== undefined) checkNamed(name, value, 'parameter', once);
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
  if (/^[a-z]+(?:[_-][a-z]+)+$/i.test(text) && /pass|token|secret|key/i.test(text)) return 'low';
  if (kind === 'password') return /^(?:reset|otp|pin)/i.test(name) && !/\d/.test(text) ? undefined : 'high';
  if (/nonce|csrf|bearer|salt/i.test(name)) return /salt/i.test(name) ? 'low' : undefined;
  // A token is also what a parser reads, and a secret the name of one.
  if (kind === 'token') return text.length >= 8 && /\d/.test(text) ? 'high' : undefined;
  // The key that a web application signs its sessions with.
  if (text.length < 6) return /^secret_?key$/i.test(name) ? 'medium' : 'low';
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

function checkTakers(facts: ModuleFacts, report: Report): void {
  for (const call of facts.calls) {
    const name = calleeName(call);
    checkConnection(call, report);
    const account = accountPassword(call.expression);
    if (account !== undefined)
      report(account.at, {
        message: `The password of the account '${account.user}' is a literal.`,
        confidence: 'medium',
      });
    const taker = secretTaker(name.replaceAll('()', ''));
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

/** `connect("dbname=shop password=s3cret")`, `get(url, auth=("shop", "s3cret"))`. */
function checkConnection(call: CallFact, report: Report): void {
  const first = call.arguments[0];
  const words = /(?:^|\.)connect$/.test(calleeName(call)) ? textOf(first?.value) : undefined;
  const password =
    words === undefined ? undefined : /\b(?:password|passwd|pwd)\s*=\s*([^;\s'"{}%$<]{2,})/i.exec(words)?.[1];
  if (first !== undefined && password !== undefined && !isPlaceholder(password)) {
    report(first.argument.value.at, { message: 'The text of the connection holds a password.', confidence: 'high' });
  }
  const pair = call.arguments.find(({ argument }) => argument.name === 'auth');
  const secret = pair?.value.form === 'tuple' ? textOf(pair.value.fields?.get('1')) : undefined;
  if (pair !== undefined && secret !== undefined && secret.length > 1 && !isPlaceholder(secret)) {
    report(pair.argument.value.at, { message: 'The sign-in of the request is a literal.', confidence: 'high' });
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
