import { reportFaults, weaknessTable } from '#engine/analysis/memory/report-faults.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/integer-overflow',
  languages: ['c', 'cpp'],
  cwes: ['CWE-190', 'CWE-191', 'CWE-197', 'CWE-195', 'CWE-194', 'CWE-681'],
  title: 'Number that may not fit',
  severity: 'high',
  rationale: 'The result wraps around, and sizes and checks that are made with it are wrong.',
  remediation: 'Check the number against the limits of its type before it is used.',
  references: [
    'https://cwe.mitre.org/data/definitions/190.html',
    'https://cwe.mitre.org/data/definitions/191.html',
    'https://cwe.mitre.org/data/definitions/197.html',
    'https://cwe.mitre.org/data/definitions/195.html',
    'https://cwe.mitre.org/data/definitions/194.html',
    'https://cwe.mitre.org/data/definitions/681.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    reportFaults(
      facts,
      report,
      weaknessTable({
        overflow: ['CWE-190'],
        'wrapping-test': ['CWE-190'],
        underflow: ['CWE-191'],
        truncation: ['CWE-197', 'CWE-681'],
        'negative-size': ['CWE-195', 'CWE-194'],
      }),
    );
  },
};
