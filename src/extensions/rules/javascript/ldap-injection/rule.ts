import { describeValue } from '#engine/analysis/judges/flow-finding.ts';
import { isInert } from '#engine/analysis/judges/inert-value.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { holesOf, wordsWithBlanks } from '#engine/analysis/judges/text-holes.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

/** `(uid=…` or `uid=…,ou=people`. */
const FILTER = /\(\s*[&|!]?\s*\(?[\w-]+\s*[~<>]?=|^\w+=[^,]*,\s*\w+=/;

export const rule: Rule = {
  id: 'javascript/ldap-injection',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-90'],
  title: 'LDAP injection',
  severity: 'high',
  rationale:
    'Brackets and stars in a value change what the filter matches, so that a check of a user succeeds for any.',
  remediation: 'Build the filter from filter objects, or escape the value as RFC 4515 says.',
  references: [
    'https://cwe.mitre.org/data/definitions/90.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/LDAP_Injection_Prevention_Cheat_Sheet.html',
  ],
  stage: 'stable',
  sinks: ['ldap'],

  checkSink: (sink, report) => {
    const text = textOf(sink.value);
    if (!FILTER.test(wordsWithBlanks(text))) return;
    const hole = holesOf(text).find(({ value }) => !isInert(value, 'ldap'));
    if (hole === undefined) return;
    const taint = mainTaint(hole.value.taints);
    report({
      message: `The LDAP filter or name contains ${describeValue(hole.value)}.`,
      confidence: taint?.kind === 'remote' ? 'high' : 'medium',
      ...(taint !== undefined && { taint }),
    });
  },
};

/** The filter in an object of options, else the value itself. */
function textOf(value: Value): Value {
  return value.fields?.get('filter') ?? value;
}
