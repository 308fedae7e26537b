import type { Confidence } from '#core/severity.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { accountPassword } from '#engine/analysis/judges/account-password.ts';
import { calleeName, methodName } from '#engine/analysis/judges/callee-name.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { literalSecret } from '#engine/analysis/judges/literal-secret.ts';
import { isPlaceholder } from '#engine/analysis/judges/placeholder-text.ts';
import { secretKind, type SecretKind } from '#engine/analysis/judges/secret-name.ts';
import { isTestPath } from '#engine/analysis/judges/test-path.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';

/** Calls whose argument is a key whatever it is called. */
const TAKERS: readonly { readonly callee: RegExp; readonly argument: number }[] = [
  { callee: /\.SignedString$/, argument: 0 },
  { callee: /^crypto\/hmac\.New$/, argument: 1 },
  { callee: /^crypto\/aes\.NewCipher$/, argument: 0 },
  { callee: /^crypto\/des\.New\w*Cipher$/, argument: 0 },
  { callee: /^sessions\.New(?:Cookie|Filesystem)Store$/, argument: 0 },
  { callee: /^(?:cookie|sessions)\.NewStore$/, argument: 0 },
  { callee: /\.SetBasicAuth$/, argument: 1 },
  { callee: /^net\/smtp\.PlainAuth$/, argument: 2 },
  { callee: /^chacha20poly1305\.NewX?$/, argument: 0 },
];

/** `user:password@tcp(host)/name`, `host=… password=…`. */
const DATA_SOURCE = /^[\w.-]+:([^:@/\s]+)@(?:tcp|unix)?\(|\bpassword=([^\s'"&;]+)/i;

type Form = 'variable' | 'entry' | 'comparison';

const FORMS: Readonly<Record<Form, string>> = {
  variable: 'is assigned a literal',
  entry: 'is a literal',
  comparison: 'is compared with a literal',
};

export const rule: Rule = {
  id: 'go/hard-coded-secret',
  languages: ['go'],
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
    const isTest = isTestPath(facts.module.path) || facts.module.path.endsWith('_test.go');
    const once: Report = (at, finding) => {
      if (seen.has(at.start)) return;
      seen.add(at.start);
      report(at, isTest ? { ...finding, confidence: 'low' } : finding);
    };
    checkTakers(facts, once);
    for (const node of walk(facts.module.body)) {
      switch (node.kind) {
        case 'assign':
          for (const target of node.targets) checkPair(target, node.value, once);
          break;
        case 'record':
          for (const { key, value } of node.entries) {
            if (key?.kind === 'literal' && typeof key.value === 'string') checkNamed(key.value, value, 'entry', once);
          }
          break;
        case 'call':
          for (const { name, value } of node.arguments) if (name !== undefined) checkNamed(name, value, 'entry', once);
          break;
        case 'compare':
          if (node.operator !== '==' && node.operator !== '!=') break;
          checkNamed(lastName(node.left), node.right, 'comparison', once);
          checkNamed(lastName(node.right), node.left, 'comparison', once);
          break;
        case 'literal':
          checkLiteral(node, once);
          break;
        default:
      }
    }
  },
};

/** `user, password := "a", "b"` */
function checkPair(target: Expression, value: Expression, report: Report): void {
  if (target.kind !== 'sequence' || value.kind !== 'sequence') {
    checkNamed(lastName(target), value, 'variable', report);
    return;
  }
  for (const [index, item] of target.items.entries()) {
    const given = value.items[index];
    if (given !== undefined) checkNamed(lastName(item), given, 'variable', report);
  }
}

function checkLiteral(node: Extract<Expression, { kind: 'literal' }>, report: Report): void {
  const found = literalSecret(node);
  if (found !== undefined) report(node.at, found);
  if (typeof node.value !== 'string' || node.value.length > 300) return;
  const match = DATA_SOURCE.exec(node.value);
  const password = match?.[1] ?? match?.[2];
  if (password === undefined || isPlaceholder(password) || /^[%{$<?:]/.test(password)) return;
  report(node.at, { message: 'The address of the database holds a password.', confidence: 'high' });
}

function checkNamed(name: string, given: Expression, form: Form, report: Report): void {
  const value = given.kind === 'cast' ? given.operand : given;
  if (value.kind !== 'literal' || typeof value.value !== 'string') return;
  const kind = secretKind(name);
  if (kind === undefined || kind === 'digest') return;
  const confidence = confidenceOf(name, kind, value.value, form);
  if (confidence !== undefined) report(value.at, { message: `The ${kind} '${name}' ${FORMS[form]}.`, confidence });
}

function confidenceOf(name: string, kind: SecretKind, text: string, form: Form): Confidence | undefined {
  if (isPlaceholder(text)) return /^(?:your|my|change|example|dummy|test)/i.test(text) ? 'low' : undefined;
  // Sentences, formats, names of variables, paths and addresses that speak about the secret.
  if (/^[A-Z][A-Z\d_]+$|^\w+:\w+$|\s|[{}<>#[\]]|%[sdvq]|:\/\/|^[./~@]|^\w+(?:\.\w+){2,}$|\*{3}/.test(text))
    return undefined;
  const plain = (one: string): string => one.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (plain(text) === plain(name)) return form === 'comparison' ? undefined : 'low';
  const isWord = /^[A-Za-z]+(?:[-_.][A-Za-z]+)*$/.test(text);
  if (kind === 'password') {
    if (isWord && form !== 'variable' && !/pass|admin|root|123|secret/i.test(text)) return 'low';
    return isWord && text.length < 5 ? 'low' : 'medium';
  }
  if (/nonce|csrf|bearer|salt|header|context/i.test(name) || form === 'comparison') return undefined;
  if (kind === 'token') return text.length >= 16 && /\d/.test(text) && /[a-z]/i.test(text) ? 'medium' : undefined;
  if (isWord) return /secret/i.test(text) ? 'medium' : 'low';
  return text.length < 6 ? 'low' : 'high';
}

function checkTakers(facts: ModuleFacts, report: Report): void {
  for (const call of facts.calls) {
    const account = accountPassword(call.expression);
    if (account !== undefined) {
      report(account.at, {
        message: `The password of the account '${account.user}' is a literal.`,
        confidence: 'medium',
      });
    }
    const name = calleeName(call);
    if (KEY_ASKERS.test(name)) checkKeyFunction(facts, call, report);
    const taker = TAKERS.find(({ callee }) => callee.test(name));
    if (taker === undefined) continue;
    const text = textOf(call.argument(taker.argument));
    if (text === undefined || text.length < 2 || isPlaceholder(text)) continue;
    report(call.at, { message: `The key given to '${methodName(call)}' is a literal.`, confidence: 'high' });
  }
}

/** Calls that ask a function for the key. */
const KEY_ASKERS = /^\w*jwt\w*\.(?:\w+\(\)\.)?Parse(?:WithClaims)?$/;

function checkKeyFunction(facts: ModuleFacts, call: CallFact, report: Report): void {
  const given = call.arguments.find(({ value }) => value.function !== undefined)?.value.function?.function;
  const asked = facts.functions.find((one) => one.function === given);
  for (const { value, at } of asked?.returns ?? []) {
    const text = textOf(value.fields?.get('0') ?? value);
    if (text === undefined || text.length < 2 || isPlaceholder(text)) continue;
    report(at, { message: `The key that '${methodName(call)}' checks tokens with is a literal.`, confidence: 'high' });
  }
}
