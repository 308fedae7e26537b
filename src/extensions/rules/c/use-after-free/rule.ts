import { reportFaults, weaknessTable } from '#engine/analysis/memory/report-faults.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/use-after-free',
  languages: ['c', 'cpp'],
  cwes: ['CWE-416'],
  title: 'Memory used after it was given back',
  severity: 'critical',
  rationale: 'What is at the place by then may be data of an attacker.',
  remediation: 'Use the memory before it is given back, and set the pointer to NULL after.',
  references: ['https://cwe.mitre.org/data/definitions/416.html'],
  stage: 'stable',

  check: (facts, report) => {
    reportFaults(facts, report, weaknessTable({ 'use-after-free': ['CWE-416'] }));
  },
};
