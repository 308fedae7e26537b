import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'java/header-injection',
  languages: ['java'],
  cwes: ['CWE-113', 'CWE-644'],
  title: 'Header injection',
  severity: 'medium',
  rationale: 'A line break in a value ends the header and begins others, or the page.',
  remediation: 'Remove line breaks from the value, or choose it from a list.',
  references: [
    'https://cwe.mitre.org/data/definitions/113.html',
    'https://cwe.mitre.org/data/definitions/644.html',
    'https://owasp.org/www-community/attacks/HTTP_Response_Splitting',
  ],
  stage: 'stable',
  sinks: ['header'],

  checkSink: (sink, report) => {
    const finding = flowFinding(sink, { remote: 'medium' }, (what) => `The header of the answer contains ${what}.`);
    if (finding !== undefined) report(finding);
  },
};
