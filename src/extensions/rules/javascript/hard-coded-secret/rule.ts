import type { Confidence } from '#core/severity.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { accountPassword } from '#engine/analysis/judges/account-password.ts';
import { calleeName, endsWithName } from '#engine/analysis/judges/callee-name.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { literalSecret } from '#engine/analysis/judges/literal-secret.ts';
import { isPlaceholder } from '#engine/analysis/judges/placeholder-text.ts';
import { secretKind, type SecretKind } from '#engine/analysis/judges/secret-name.ts';
import { isTestPath } from '#engine/analysis/judges/test-path.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

/** Calls whose argument, or an option of it, is a key whatever it is called. */
const TAKERS: readonly { readonly callee: string; readonly argument: number; readonly option?: string }[] = [
  { callee: 'jsonwebtoken.sign', argument: 1 },
  { callee: 'jsonwebtoken.verify', argument: 1 },
  { callee: 'jwt-simple.encode', argument: 1 },
  { callee: 'jwt-simple.decode', argument: 1 },
  { callee: 'express-session', argument: 0, option: 'secret' },
  { callee: 'cookie-session', argument: 0, option: 'secret' },
  { callee: 'express-jwt', argument: 0, option: 'secret' },
  { callee: 'cookie-parser', argument: 0 },
  { callee: 'crypto.createHmac', argument: 1 },
  { callee: 'crypto.createCipheriv', argument: 1 },
  { callee: 'crypto.createDecipheriv', argument: 1 },
  { callee: 'crypto.createCipher', argument: 1 },
  { callee: 'AES.encrypt', argument: 1 },
  { callee: 'AES.decrypt', argument: 1 },
];

type Form = 'variable' | 'entry' | 'comparison';

const FORMS: Readonly<Record<Form, string>> = {
  variable: 'is assigned a literal',
  entry: 'is a literal',
  comparison: 'is compared with a literal',
};

export const rule: Rule = {
  id: 'javascript/hard-coded-secret',
  languages: ['javascript', 'typescript'],
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
      report(at, isTest ? { ...finding, confidence: 'low' } : finding);
    };
    checkTakers(facts, once);
    for (const node of walk(facts.module.body)) {
      switch (node.kind) {
        case 'assign':
          for (const target of node.targets) checkNamed(lastName(target), node.value, 'variable', once);
          break;
        case 'declare':
          if (node.value !== undefined) checkNamed(node.name, node.value, 'variable', once);
          break;
        case 'record':
          for (const { key, value } of node.entries) {
            if (key?.kind === 'literal' && typeof key.value === 'string') checkNamed(key.value, value, 'entry', once);
          }
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

function checkLiteral(node: Extract<Expression, { kind: 'literal' }>, report: Report): void {
  const found = literalSecret(node);
  if (found !== undefined) report(node.at, found);
}

function checkNamed(name: string, value: Expression, form: Form, report: Report): void {
  // `process.env.SECRET || 'secret'`: the way around the environment is in the code.
  if (value.kind === 'logical' && value.right.kind === 'literal') {
    checkNamed(name, value.right, form, report);
    return;
  }
  if (value.kind !== 'literal' || typeof value.value !== 'string' || value.form === 'regex') return;
  const kind = secretKind(name);
  if (kind === undefined || kind === 'digest') return;
  const confidence = confidenceOf(name, kind, value.value, form);
  if (confidence !== undefined) report(value.at, { message: `The ${kind} '${name}' ${FORMS[form]}.`, confidence });
}

function confidenceOf(name: string, kind: SecretKind, text: string, form: Form): Confidence | undefined {
  if (isPlaceholder(text)) return /^(?:your|my|change|example|dummy|test)/i.test(text) ? 'low' : undefined;
  // Sentences, formats, selectors, paths and addresses that speak about the secret.
  if (/^[A-Z][A-Z\d_]+$|^\w+:\w+$|\s|[{}<>#[\]]|%s|:\/\/|^[./~@]|^\w+(?:\.\w+){2,}$|\*{3}/.test(text)) return undefined;
  const plain = (one: string): string => one.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (plain(text) === plain(name)) return form === 'comparison' ? undefined : 'low';
  const isWord = /^[A-Za-z]+(?:[-_.][A-Za-z]+)*$/.test(text);
  if (kind === 'password')
    return isWord && form !== 'variable' && !/pass|admin|root|123/i.test(text)
      ? 'low'
      : isWord && text.length < 5
        ? 'low'
        : 'medium';
  if (/nonce|csrf|bearer|salt|symbol/i.test(name) || form === 'comparison') return undefined;
  if (kind === 'token') return text.length >= 16 && /\d/.test(text) && /[a-z]/i.test(text) ? 'medium' : undefined;
  if (isWord) return /secret/i.test(text) ? 'medium' : 'low';
  return text.length < 6 ? 'low' : 'high';
}

function checkTakers(facts: ModuleFacts, report: Report): void {
  for (const call of facts.calls) {
    const account = accountPassword(call.expression);
    if (account !== undefined)
      report(account.at, {
        message: `The password of the account '${account.user}' is a literal.`,
        confidence: 'medium',
      });
    const taker = TAKERS.find(({ callee }) => endsWithName(calleeName(call), callee));
    if (taker === undefined) continue;
    const value = keyOf(call, taker.argument, taker.option);
    const text = textOf(value);
    if (text === undefined || text.length < 2 || isPlaceholder(text)) continue;
    const { origin } = value ?? {};
    const isHere = origin?.kind === 'literal' && facts.textAt(origin.at).includes(text.slice(0, 4));
    report(isHere ? origin.at : call.at, {
      message: `The key given to '${lastName(call.expression.callee)}' is a literal.`,
      confidence: 'high',
    });
  }
}

function keyOf(call: CallFact, argument: number, option: string | undefined): Value | undefined {
  const value = call.argument(argument);
  return option === undefined ? value : value?.fields?.get(option);
}
