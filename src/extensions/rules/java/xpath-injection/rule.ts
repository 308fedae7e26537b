import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import { USUAL_TRUST } from '#engine/analysis/judges/surest-taint.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'java/xpath-injection',
  languages: ['java'],
  cwes: ['CWE-643'],
  title: 'XPath injection',
  severity: 'high',
  rationale: 'Whoever controls a part of the expression decides which nodes are found.',
  remediation: 'Keep the expression constant and give values by an XPathVariableResolver.',
  references: [
    'https://cwe.mitre.org/data/definitions/643.html',
    'https://owasp.org/www-community/attacks/XPATH_Injection',
  ],
  stage: 'stable',
  sinks: ['xpath'],

  checkSink: (sink, report) => {
    const finding = flowFinding(sink, USUAL_TRUST, (what) => `The XPath expression contains ${what}.`);
    if (finding !== undefined) report(finding);
  },
};
