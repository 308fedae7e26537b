import { reportFaults, weaknessTable } from '#engine/analysis/memory/report-faults.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/double-free',
  languages: ['c', 'cpp'],
  cwes: ['CWE-415'],
  title: 'Memory given back twice',
  severity: 'high',
  rationale: 'The lists of free memory are torn, which lets an attacker write where they like.',
  remediation: 'Give the memory back in one place, and set the pointer to NULL after.',
  references: ['https://cwe.mitre.org/data/definitions/415.html'],
  stage: 'stable',

  check: (facts, report) => {
    reportFaults(facts, report, weaknessTable({ 'double-free': ['CWE-415'] }));
  },
};
