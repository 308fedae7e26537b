import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'javascript/regex-injection',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-1333', 'CWE-625'],
  title: 'Regular expression from outside',
  severity: 'medium',
  rationale: 'Whoever writes the pattern can write one that takes hours, or one that matches what it should not.',
  remediation: 'Escape the value before it becomes a part of a pattern.',
  references: [
    'https://cwe.mitre.org/data/definitions/625.html',
    'https://cwe.mitre.org/data/definitions/1333.html',
    'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/RegExp/escape',
  ],
  stage: 'stable',
  sinks: ['regex'],

  checkSink: (sink, report) => {
    const finding = flowFinding(
      sink,
      { remote: 'high', parameter: 'low', local: 'low' },
      (what) => `The regular expression contains ${what}.`,
    );
    if (finding !== undefined) report(finding);
  },
};
