import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import { USUAL_TRUST } from '#engine/analysis/judges/surest-taint.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'java/ldap-injection',
  languages: ['java'],
  cwes: ['CWE-90'],
  title: 'LDAP injection',
  severity: 'high',
  rationale: 'Whoever controls a part of a filter or name decides which entries are found.',
  remediation: 'Escape the value for the filter, or pass it as an argument of the search.',
  references: [
    'https://cwe.mitre.org/data/definitions/90.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/LDAP_Injection_Prevention_Cheat_Sheet.html',
  ],
  stage: 'stable',
  sinks: ['ldap'],

  checkSink: (sink, report) => {
    const finding = flowFinding(sink, USUAL_TRUST, (what) => `The LDAP query contains ${what}.`);
    if (finding !== undefined) report(finding);
  },
};
