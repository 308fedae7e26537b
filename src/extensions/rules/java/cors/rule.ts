import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

export const rule: Rule = {
  id: 'java/cors',
  languages: ['java'],
  cwes: ['CWE-942', 'CWE-346'],
  title: 'Answers for every origin',
  severity: 'medium',
  rationale: 'Scripts of every site can read the answers, with the credentials of the user when those are allowed.',
  remediation: 'List the origins that may read the answers.',
  references: [
    'https://cwe.mitre.org/data/definitions/942.html',
    'https://cwe.mitre.org/data/definitions/346.html',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) checkCall(facts, call, report);
  },
};

function checkCall(facts: ModuleFacts, call: CallFact, report: Report): void {
  const method = lastName(call.expression.callee);
  const [name = ''] = call.names;
  if (/(?:^|\.)CrossOrigin$/.test(name)) {
    const origins = call.argument('origins', 'originPatterns', 0);
    if (origins === undefined ? call.arguments.length === 0 : isEvery(origins))
      report(call.at, { message: 'Scripts of every origin may read the answers.', confidence: 'medium' });
    return;
  }
  const { callee } = call.expression;
  const property = callee.kind === 'member' ? callee.property : method;
  if (/^(?:addAllowedOrigin(?:Pattern)?|allowedOrigin(?:s|Patterns)|setAllowedOrigin(?:s|Patterns))$/.test(property)) {
    if (call.arguments.some(({ value }) => isEvery(value)))
      report(call.at, {
        message: 'Scripts of every origin may read the answers.',
        confidence: hasCredentials(facts) ? 'high' : 'medium',
      });
    return;
  }
  if (
    !/^(?:setHeader|addHeader|header|add|set|putSingle|putHeader|setAccessControlAllowOrigin)$/.test(property) ||
    !/^access-control-allow-origin$/i.test(textOf(call.argument(0)) ?? '')
  )
    return;
  const value = call.argument(1);
  const taint = mainTaint(
    (value?.taints ?? []).filter(({ safeFor }) => safeFor !== 'all'),
    ['remote'],
  );
  if (textOf(value) === '*')
    report(call.at, { message: 'Scripts of every origin may read the answers.', confidence: 'medium' });
  else if (taint !== undefined)
    report(call.at, {
      message: `Whatever origin asks may read the answers: it is ${taint.what}.`,
      confidence: 'high',
      taint,
    });
}

function isEvery(value: Value): boolean {
  return textOf(value) === '*' || [...(value.fields?.values() ?? [])].some((item) => textOf(item) === '*');
}

function hasCredentials(facts: ModuleFacts): boolean {
  return facts.calls.some(
    ({ expression: { callee }, argument }) =>
      callee.kind === 'member' &&
      /^(?:setA|a)llowCredentials$/.test(callee.property) &&
      argument(0)?.constant?.value === true,
  );
}
