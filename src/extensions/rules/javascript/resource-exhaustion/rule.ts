import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'javascript/resource-exhaustion',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-770', 'CWE-400'],
  title: 'Size chosen from outside',
  severity: 'medium',
  rationale: 'A request for a huge amount of memory stops the program for everyone.',
  remediation: 'Compare the size with a limit before it is used.',
  references: ['https://cwe.mitre.org/data/definitions/770.html', 'https://cwe.mitre.org/data/definitions/400.html'],
  stage: 'stable',
  sinks: ['size'],

  checkSink: (sink, report) => {
    const finding = flowFinding(sink, { remote: 'medium' }, (what) => `The size given to '${sink.callee}' is ${what}.`);
    if (finding !== undefined) report(finding);
  },
};
