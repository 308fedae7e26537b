import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { literalSecret } from '#engine/analysis/judges/literal-secret.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { isPlaceholder } from '#engine/analysis/judges/placeholder-text.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { isTestPath } from '#engine/analysis/judges/test-path.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Confidence } from '#core/severity.ts';
import { judgeCall } from './secret-takers.ts';
import type { Rule, Report } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/hard-coded-secret',
  languages: ['c', 'cpp'],
  cwes: ['CWE-798', 'CWE-259', 'CWE-321'],
  title: 'Secret in the source code',
  severity: 'high',
  rationale:
    'Everyone who gets the code or the program gets the secret, and it cannot be changed without a new version.',
  remediation: 'Read the secret from the environment, a file that only the program may read, or a store of secrets.',
  references: [
    'https://cwe.mitre.org/data/definitions/798.html',
    'https://cwe.mitre.org/data/definitions/259.html',
    'https://cwe.mitre.org/data/definitions/321.html',
    'https://wiki.sei.cmu.edu/confluence/display/c/MSC41-C.+Never+hard+code+sensitive+information',
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
    checkNames(facts, once);
    for (const call of facts.calls) {
      for (const { at, finding } of judgeCall(facts, call)) once(at, finding);
    }
  },
};

const FORMS = {
  declare: 'is assigned a literal',
  entry: 'is a literal',
  compare: 'is compared with a literal',
  copy: 'is filled with a literal',
} as const;

type Form = keyof typeof FORMS;

const COMPARES = /^(?:str(?:n|case|ncase)?cmp|memcmp|lstrcmpA?|wcscmp|g_strcmp0)$/;
const COPIES = /^(?:strn?cpy|strlcpy|memcpy|strcpy_s|sprintf)$/;

function checkNames(facts: ModuleFacts, report: Report): void {
  for (const { name, value } of nodesOf(facts, 'declare')) {
    if (value !== undefined) checkNamed(name, value, 'declare', report);
  }
  for (const { targets, value, operator } of nodesOf(facts, 'assign')) {
    if (operator === undefined) for (const target of targets) checkNamed(lastName(target), value, 'declare', report);
  }
  for (const { entries } of nodesOf(facts, 'record')) {
    for (const { key, value } of entries) {
      if (key?.kind === 'literal' && typeof key.value === 'string') checkNamed(key.value, value, 'entry', report);
    }
  }
  for (const { operator, left, right } of nodesOf(facts, 'compare')) {
    if (operator !== '==' && operator !== '!=') continue;
    checkNamed(lastName(left), right, 'compare', report);
    checkNamed(lastName(right), left, 'compare', report);
  }
  for (const { callee, arguments: given } of nodesOf(facts, 'call')) {
    const name = lastName(callee);
    const [first, second] = given;
    if (first === undefined || second === undefined || given.length > 4) continue;
    if (COMPARES.test(name)) {
      checkNamed(lastName(below(first.value)), second.value, 'compare', report);
      checkNamed(lastName(below(second.value)), first.value, 'compare', report);
    } else if (COPIES.test(name)) checkNamed(lastName(below(first.value)), second.value, 'copy', report);
  }
}

function checkNamed(name: string, given: Expression, form: Form, report: Report): void {
  const value = valueIn(below(given));
  const kind = secretKind(name);
  if (kind === undefined || kind === 'digest') return;
  if (value.kind === 'sequence') {
    const isBytes =
      value.items.length >= 4 && value.items.every((item) => item.kind === 'literal' && typeof item.value === 'number');
    const isZero = value.items.every((item) => item.kind === 'literal' && item.value === 0);
    if (kind === 'key' && isBytes && !isZero && !/nonce|salt|iv$/i.test(name)) {
      report(value.at, { message: `The key '${name}' ${FORMS[form]}.`, confidence: 'high' });
    }
    return;
  }
  if (value.kind !== 'literal' || typeof value.value !== 'string') return;
  const confidence = confidenceOf(name, kind, value.value, form);
  if (confidence !== undefined) report(value.at, { message: `The ${kind} '${name}' ${FORMS[form]}.`, confidence });
}

function confidenceOf(name: string, kind: string, text: string, form: Form): Confidence | undefined {
  if (isPlaceholder(text)) return /^(?:your|my|change|example|dummy|test)/i.test(text) ? 'low' : undefined;
  // Sentences, formats, paths and addresses that speak about the secret.
  if (/\s|[{}<>]|%[sd]|:\/\/|^[./~]|:$|^\w+(?:\.\w+){2,}$/.test(text)) return undefined;
  const isNameItself = text.toLowerCase().replaceAll(/[^a-z]/g, '') === name.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (isNameItself && form !== 'compare' && !/\d/.test(text)) return 'low';
  if (/^[a-z]+(?:[_-][a-z]+)+$/i.test(text) && /pass|token|secret|key/i.test(text)) return 'low';
  if (/salt|nonce|csrf|bearer/i.test(name)) return 'low';
  if (kind === 'password') return 'high';
  if (kind === 'token') return text.length >= 8 && /\d/.test(text) ? 'high' : undefined;
  if (text.length < 6) return 'low';
  return /^[A-Za-z]+(?:[-_.][A-Za-z]+)*$/.test(text) && form === 'entry' ? 'low' : 'high';
}

/** What a cast or a conversion is made from. */
function below(given: Expression): Expression {
  let at = given;
  for (let count = 0; count < 4; count += 1) {
    if (at.kind === 'cast') at = at.operand;
    else if (at.kind === 'call' && at.callee.kind === 'member' && at.arguments.length === 0) at = at.callee.object;
    else break;
  }
  return at;
}

/** `std::string key("…")` and `std::string("…")`. */
function valueIn(value: Expression): Expression {
  const [only] =
    value.kind === 'call' && /^(?:string|QString|wstring)$/.test(lastName(value.callee)) ? value.arguments : [];
  return only === undefined ? value : only.value;
}
