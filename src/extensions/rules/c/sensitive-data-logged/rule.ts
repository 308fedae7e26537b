import type { CallFact } from '#engine/analysis/facts.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/sensitive-data-logged',
  languages: ['c', 'cpp'],
  cwes: ['CWE-532', 'CWE-312'],
  title: 'Secret in a log',
  severity: 'medium',
  rationale: 'Logs and terminals are read by more people and programs than the secret is meant for.',
  remediation: 'Leave secrets out of what is logged or printed.',
  references: [
    'https://cwe.mitre.org/data/definitions/532.html',
    'https://cwe.mitre.org/data/definitions/312.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const finding = judge(call);
      if (finding !== undefined) report(call.at, finding);
    }
  },
};

function judge(call: CallFact): RuleFinding | undefined {
  const place = placeOf(call);
  if (place === undefined) return undefined;
  for (const { argument, value } of call.arguments) {
    if (value.constant !== undefined || value.isNumeric === true) continue;
    const name = secretIn(argument.value);
    if (name !== undefined) {
      return {
        message: `'${name}' is written to ${place}.`,
        confidence: secretKind(name) === 'password' ? 'medium' : 'low',
      };
    }
  }
  return undefined;
}

function placeOf(call: CallFact): string | undefined {
  const name = methodName(call);
  const { callee } = call.expression;
  const file = name === 'fprintf' ? writtenName(call.arguments[0]?.argument.value) : '';
  const stream = name === 'operator<<' && callee.kind === 'member' ? writtenName(callee.object) : '';
  if (
    /^v?syslog$|^(?:log|LOG)_\w+$|^g_(?:message|warning|debug|info)$/.test(name) ||
    /log/i.test(file) ||
    /log/i.test(stream)
  )
    return 'a log';
  if (
    name === 'printf' ||
    name === 'puts' ||
    file === 'stdout' ||
    file === 'stderr' ||
    /(?:^|\.)(?:cout|cerr)$/.test(stream)
  )
    return 'the output';
  return undefined;
}

/** Name of a secret that is handed on as it is. */
function secretIn(given: Expression): string | undefined {
  if (given.kind === 'template') {
    for (const part of given.parts) {
      const found = secretIn(part);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const at =
    given.kind === 'call' && given.callee.kind === 'member' && given.arguments.length === 0
      ? given.callee.object
      : given;
  if (at.kind !== 'name' && at.kind !== 'member') return undefined;
  const name = lastName(at);
  const kind = secretKind(name);
  return kind === undefined || kind === 'digest' || /salt|nonce|csrf|prompt/i.test(name) ? undefined : name;
}
