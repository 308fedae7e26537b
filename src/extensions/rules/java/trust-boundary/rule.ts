import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'java/trust-boundary',
  languages: ['java'],
  cwes: ['CWE-501'],
  title: 'Unchecked data in the session',
  severity: 'medium',
  rationale: 'Code that reads the session takes what is in it for checked.',
  remediation: 'Check the value before it is put into the session.',
  references: [
    'https://cwe.mitre.org/data/definitions/501.html',
    'https://owasp.org/www-community/vulnerabilities/Trust_Boundary_Violation',
  ],
  stage: 'stable',
  sinks: ['session'],

  checkSink: (sink, report) => {
    const finding = flowFinding(sink, { remote: 'medium' }, (what) => `The session is given ${what} as it was sent.`);
    if (finding !== undefined) report(finding);
  },
};
