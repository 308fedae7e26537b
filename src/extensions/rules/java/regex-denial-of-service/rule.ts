import { countWork } from '#engine/analysis/rule-work.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { canBacktrack, canExplode } from '#engine/analysis/judges/regex-cost.ts';
import { remoteTaint, slowRegex } from '#engine/analysis/judges/slow-regex.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Taint } from '#engine/analysis/value.ts';

export const rule: Rule = {
  id: 'java/regex-denial-of-service',
  languages: ['java'],
  cwes: ['CWE-1333', 'CWE-730', 'CWE-400'],
  title: 'Regular expression that takes too long',
  severity: 'medium',
  rationale: 'A short text made for the purpose keeps the matching, and with it a thread, busy for minutes.',
  remediation:
    'Rewrite the expression so that no two repetitions can match the same text, or limit the length of the text.',
  references: [
    'https://cwe.mitre.org/data/definitions/1333.html',
    'https://cwe.mitre.org/data/definitions/730.html',
    'https://cwe.mitre.org/data/definitions/400.html',
    'https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const source = sourceIn(call);
      if (source === undefined || !canBacktrack(source)) continue;
      const taint = matchedTaint(facts, call);
      if (taint === undefined && !canExplode(source)) continue;
      const finding = slowRegex(source, '', taint);
      if (finding !== undefined) report(call.at, finding);
    }
  },
};

/** The expression that a call compiles or matches with. Possessive repetitions are none that come back. */
function sourceIn(call: CallFact): string | undefined {
  const { names, expression } = call;
  const isPattern = /(?:^|\.)Pattern\.(?:compile|matches)$/.test(names[0] ?? '');
  const { callee } = expression;
  const isOfText = callee.kind === 'member' && /^(?:matches|replaceAll|replaceFirst|split)$/.test(callee.property);
  if (!isPattern && !isOfText) return undefined;
  const text = textOf(call.argument(0));
  return text === undefined || /[*+?}]\+/.test(text) ? undefined : text;
}

/** The source of the text that is matched. */
function matchedTaint(facts: ModuleFacts, call: CallFact): Taint | undefined {
  const [name = ''] = call.names;
  if (/Pattern\.matches$/.test(name)) return remoteTaint([call.argument(1)]);
  if (!/Pattern\.compile$/.test(name)) return remoteTaint([call.receiver]);
  countWork(facts.assignments.length + facts.calls.length);
  const assigned = facts.assignments.find(
    ({ valueAt }) => valueAt.start <= call.at.start && call.at.end <= valueAt.end,
  );
  if (assigned === undefined) return undefined;
  return remoteTaint(
    facts.calls
      .filter(
        ({ expression: { callee } }) =>
          callee.kind === 'member' &&
          callee.property === 'matcher' &&
          writtenName(callee.object).split('.').at(-1) === assigned.property,
      )
      .map((one) => one.argument(0)),
  );
}
