import { reportFaults, weaknessTable } from '#engine/analysis/memory/report-faults.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/divide-by-zero',
  languages: ['c', 'cpp'],
  cwes: ['CWE-369'],
  title: 'Division by zero',
  severity: 'medium',
  rationale: 'The program ends, and with it the service.',
  remediation: 'Compare the divisor with zero before the division.',
  references: ['https://cwe.mitre.org/data/definitions/369.html'],
  stage: 'stable',

  check: (facts, report) => {
    reportFaults(facts, report, weaknessTable({ 'zero-divisor': ['CWE-369'] }));
  },
};
