import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'java/unsafe-reflection',
  languages: ['java'],
  cwes: ['CWE-470'],
  title: 'Class or method chosen from outside',
  severity: 'high',
  rationale: 'Whoever names the class or method decides what code runs.',
  remediation: 'Look the name up in a map of what is allowed.',
  references: [
    'https://cwe.mitre.org/data/definitions/470.html',
    'https://owasp.org/www-community/vulnerabilities/Unsafe_use_of_Reflection',
  ],
  stage: 'stable',
  sinks: ['reflection'],

  checkSink: (sink, report) => {
    const finding = flowFinding(
      sink,
      { remote: 'high', local: 'low' },
      (what) => `The class or method is chosen by ${what}.`,
    );
    if (finding !== undefined) report(finding);
  },
};
