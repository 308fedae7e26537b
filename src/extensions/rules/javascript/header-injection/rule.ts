import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'javascript/header-injection',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-113', 'CWE-93'],
  title: 'Header injection',
  severity: 'medium',
  rationale: 'A line break in a header starts another header, or the body of the reply.',
  remediation: 'Remove line breaks from the value, or let a library encode it.',
  references: [
    'https://cwe.mitre.org/data/definitions/113.html',
    'https://cwe.mitre.org/data/definitions/93.html',
  ],
  stage: 'stable',
  sinks: ['header'],

  checkSink: (sink, report) => {
    const finding = flowFinding(sink, { remote: 'medium' }, (what) => `A reply header contains ${what}.`);
    if (finding !== undefined) report(finding);
  },
};
