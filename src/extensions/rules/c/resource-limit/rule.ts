import { reportFaults, weaknessTable } from '#engine/analysis/memory/report-faults.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/resource-limit',
  languages: ['c', 'cpp'],
  cwes: ['CWE-789', 'CWE-606', 'CWE-770', 'CWE-400'],
  title: 'Work or memory that the input decides',
  severity: 'medium',
  rationale: 'Whoever gives the input makes the program take all memory, or run for ever.',
  remediation: 'Compare the number with the most that makes sense before it is used.',
  references: [
    'https://cwe.mitre.org/data/definitions/789.html',
    'https://cwe.mitre.org/data/definitions/606.html',
    'https://cwe.mitre.org/data/definitions/770.html',
    'https://cwe.mitre.org/data/definitions/400.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    reportFaults(
      facts,
      report,
      weaknessTable({ 'unlimited-size': ['CWE-789', 'CWE-770'], 'unlimited-loop': ['CWE-606', 'CWE-400'] }),
    );
  },
};
