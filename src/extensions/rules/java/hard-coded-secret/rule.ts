import type { Confidence } from '#core/severity.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { accountPassword } from '#engine/analysis/judges/account-password.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { literalSecret } from '#engine/analysis/judges/literal-secret.ts';
import { isPlaceholder } from '#engine/analysis/judges/placeholder-text.ts';
import { secretKind, type SecretKind } from '#engine/analysis/judges/secret-name.ts';
import { isTestPath } from '#engine/analysis/judges/test-path.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import { checkDefaults } from './default-secrets.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

/** Calls whose argument is a key or password whatever it is called. */
const TAKERS: readonly { readonly callee: RegExp; readonly argument: number }[] = [
  { callee: /(?:^|\.)SecretKeySpec$/, argument: 0 },
  { callee: /(?:^|\.)DESKeySpec$/, argument: 0 },
  { callee: /(?:^|\.)PBEKeySpec$/, argument: 0 },
  { callee: /(?:^|\.)DriverManager\.getConnection$/, argument: 2 },
  { callee: /(?:^|\.)Keys\.hmacShaKeyFor$/, argument: 0 },
  { callee: /(?:^|\.)Algorithm\.HMAC(?:256|384|512)$/, argument: 0 },
  { callee: /\.setSigningKey$/, argument: 0 },
  { callee: /\.signWith$/, argument: 1 },
  { callee: /(?:^|\.)UsernamePasswordCredentials$/, argument: 1 },
  { callee: /(?:^|\.)PasswordAuthentication$/, argument: 1 },
  { callee: /(?:^|\.)BasicAWSCredentials$/, argument: 1 },
  { callee: /(?:^|\.)KeyStore\.load$/, argument: 1 },
];

type Form = 'variable' | 'comparison' | 'argument';

const FORMS: Readonly<Record<Form, string>> = {
  variable: 'is assigned a literal',
  comparison: 'is compared with a literal',
  argument: 'is given a literal',
};

export const rule: Rule = {
  id: 'java/hard-coded-secret',
  languages: ['java'],
  cwes: ['CWE-798', 'CWE-259', 'CWE-321'],
  title: 'Secret in the source code',
  severity: 'high',
  rationale: 'Everyone who gets the code gets the secret, and it cannot be changed without a new version.',
  remediation: 'Read the secret from the environment or from a store of secrets.',
  references: [
    'https://cwe.mitre.org/data/definitions/798.html',
    'https://cwe.mitre.org/data/definitions/259.html',
    'https://cwe.mitre.org/data/definitions/321.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
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
    for (const node of walk(facts.module.body)) {
      switch (node.kind) {
        case 'assign':
          for (const target of node.targets) checkNamed(lastName(target), node.value, 'variable', once);
          break;
        case 'compare':
          if (node.operator !== '==') break;
          checkNamed(lastName(node.left), node.right, 'comparison', once);
          checkNamed(lastName(node.right), node.left, 'comparison', once);
          break;
        case 'call': {
          // `config.setPassword("…")`
          const [, named] = /^(?:set|with)(\w+)$/.exec(lastName(node.callee)) ?? [];
          const first = node.arguments[0]?.value;
          if (named !== undefined && first !== undefined && node.arguments.length === 1)
            checkNamed(named.charAt(0).toLowerCase() + named.slice(1), first, 'argument', once);
          break;
        }
        case 'literal': {
          const found = literalSecret(node);
          if (found !== undefined) once(node.at, found);
          break;
        }
        default:
      }
    }
    checkTakers(facts, once);
    checkDefaults(facts, once);
  },
};

function checkNamed(name: string, given: Expression, form: Form, report: Report): void {
  const value = bare(given);
  if (value.kind !== 'literal' || typeof value.value !== 'string' || value.form === 'char') return;
  const kind = secretKind(name);
  if (kind === undefined || kind === 'digest') return;
  const confidence = confidenceOf(name, kind, value.value, form);
  if (confidence !== undefined) report(value.at, { message: `The ${kind} '${name}' ${FORMS[form]}.`, confidence });
}

/** `"secret".toCharArray()` and `"secret".getBytes()` are the literal in another form. */
function bare(value: Expression): Expression {
  let at = value;
  for (let step = 0; step < 4; step += 1) {
    if (
      at.kind !== 'call' ||
      at.callee.kind !== 'member' ||
      !/^(?:toCharArray|getBytes|trim)$/.test(at.callee.property)
    )
      break;
    at = at.callee.object;
  }
  return at;
}

function confidenceOf(name: string, kind: SecretKind, text: string, form: Form): Confidence | undefined {
  if (isPlaceholder(text)) return /^(?:your|my|change|example|dummy|test)/i.test(text) ? 'low' : undefined;
  // Sentences, formats, keys of settings, paths and addresses that speak about the secret.
  if (/^[A-Z][A-Z\d_]+$|^\w+:\w+$|\s|[{}<>#[\]]|%s|:\/\/|^[./~@]|^[\w-]+(?:\.[\w-]+){2,}$|\*{3}/.test(text))
    return undefined;
  const plain = (one: string): string => one.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (plain(text) === plain(name)) return form === 'variable' ? 'low' : undefined;
  const isWord = /^[A-Za-z]+(?:[-_.][A-Za-z]+)*$/.test(text);
  if (kind === 'password') return isWord && text.length < 5 ? 'low' : 'medium';
  if (/nonce|csrf|bearer|salt/i.test(name) || form === 'comparison') return undefined;
  if (kind === 'token') return text.length >= 16 && /\d/.test(text) && /[a-z]/i.test(text) ? 'medium' : undefined;
  if (isWord) return /secret|key/i.test(text) && text.length > 5 ? 'medium' : 'low';
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
    const taker = TAKERS.find(({ callee }) => callee.test(call.names[0] ?? ''));
    if (taker === undefined) continue;
    const value = call.argument(taker.argument);
    if (!isLiteralKey(value)) continue;
    const at = literalAt(call, taker.argument) ?? call.at;
    report(at, {
      message: `The key or password given to '${lastName(call.expression.callee)}' is a literal.`,
      confidence: 'high',
    });
  }
}

/** A text, or a list of bytes, that the code itself says. */
function isLiteralKey(value: Value | undefined): boolean {
  const text = textOf(value);
  if (text !== undefined) return text.length >= 2 && !isPlaceholder(text) && value?.taints.length === 0;
  const items = value?.form === 'list' && value.isClosed === true ? [...(value.fields?.values() ?? [])] : [];
  return items.length >= 8 && items.every(({ constant }) => typeof constant?.value === 'number');
}

function literalAt(call: CallFact, argument: number): Expression['at'] | undefined {
  const given = call.expression.arguments[argument]?.value;
  const value = given === undefined ? undefined : bare(given);
  return value?.kind === 'literal' ? value.at : undefined;
}
