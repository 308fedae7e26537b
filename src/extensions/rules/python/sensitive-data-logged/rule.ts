import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { identifierWords } from '#engine/analysis/identifier-words.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { isTestPath } from '#engine/analysis/judges/test-path.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { CallFact } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const LOGGERS =
  /(?:^|\.)(?:log|logger|logging|_log|_logger|LOG|app\.logger|getLogger\(\))\.(?:debug|info|warning|warn|error|critical|exception|log)$/i;
const PERSONAL: ReadonlySet<string> = new Set(['ssn', 'creditcard', 'cvv', 'cvc', 'iban', 'passport']);

export const rule: Rule = {
  id: 'python/sensitive-data-logged',
  languages: ['python'],
  cwes: ['CWE-532', 'CWE-312', 'CWE-359'],
  title: 'Secret in a log',
  severity: 'medium',
  rationale: 'Logs are copied, kept and read by more people and programs than the secret is meant for.',
  remediation: 'Leave secrets and personal numbers out of what is logged.',
  references: [
    'https://cwe.mitre.org/data/definitions/532.html',
    'https://cwe.mitre.org/data/definitions/312.html',
    'https://cwe.mitre.org/data/definitions/359.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const isTest = isTestPath(facts.module.path);
    for (const call of facts.calls) {
      const name = calleeName(call);
      const isLog = LOGGERS.test(name) || LOGGERS.test(facts.codeAt(call.expression.callee.at));
      if (!isLog && name !== 'print') continue;
      const secret = secretIn(call);
      if (secret === undefined) continue;
      const isClear = secretKind(secret) === 'password' || isPersonal(secret);
      const isServer = isLog || call.within?.route !== undefined;
      report(call.at, {
        message: `'${secret}' is written to ${isLog ? 'the log' : 'the output'}.`,
        confidence: isTest || !isServer ? 'low' : isClear ? 'medium' : 'low',
      });
    }
  },
};

function secretIn(call: CallFact): string | undefined {
  for (const { argument, value } of call.arguments) {
    if (value.constant !== undefined || value.isNumeric === true) continue;
    const name = sensitiveName(argument.value);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Name of a secret that the text is made with. What a function makes of it is something else. */
function sensitiveName(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'name':
    case 'member':
    case 'index':
      return isSensitive(lastName(expression)) ? lastName(expression) : undefined;
    case 'template':
      return firstOf(expression.parts);
    case 'binary':
      return sensitiveName(expression.left) ?? sensitiveName(expression.right);
    case 'sequence':
      return firstOf(expression.items);
    case 'call': {
      const method = lastName(expression.callee);
      if (method === 'format' || method === 'str' || method === 'repr')
        return firstOf(expression.arguments.map(({ value }) => value));
      if (method === 'get' || method === 'join')
        return isSensitive(lastName(expression)) ? lastName(expression) : undefined;
      return undefined;
    }
    default:
      return undefined;
  }
}

function firstOf(expressions: readonly Expression[]): string | undefined {
  for (const expression of expressions) {
    const name = sensitiveName(expression);
    if (name !== undefined) return name;
  }
  return undefined;
}

function isSensitive(name: string): boolean {
  const kind = secretKind(name);
  if (kind !== undefined && kind !== 'digest' && !/nonce|salt|csrf/i.test(name)) return true;
  return isPersonal(name);
}

function isPersonal(name: string): boolean {
  return (
    identifierWords(name).some((word) => PERSONAL.has(word)) ||
    /(?:credit_?card|card_?number|social_?security)/i.test(name)
  );
}
