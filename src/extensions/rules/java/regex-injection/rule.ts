import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'java/regex-injection',
  languages: ['java'],
  cwes: ['CWE-625', 'CWE-1333'],
  title: 'Regular expression from outside',
  severity: 'medium',
  rationale: 'Whoever writes the expression can match anything, or keep the matching busy for minutes.',
  remediation: 'Quote the text with Pattern.quote.',
  references: [
    'https://cwe.mitre.org/data/definitions/625.html',
    'https://cwe.mitre.org/data/definitions/1333.html',
    'https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/regex/Pattern.html',
  ],
  stage: 'stable',
  sinks: ['regex'],

  checkSink: (sink, report) => {
    const finding = flowFinding(sink, { remote: 'high' }, (what) => `The regular expression contains ${what}.`);
    if (finding !== undefined) report(finding);
  },
};
