import { reportFaults, weaknessTable } from '#engine/analysis/memory/report-faults.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/stack-address',
  languages: ['c', 'cpp'],
  cwes: ['CWE-562'],
  title: 'Address of a local variable returned',
  severity: 'high',
  rationale: 'The memory belongs to the next function that is called.',
  remediation: 'Return a copy, or let the caller give the memory.',
  references: ['https://cwe.mitre.org/data/definitions/562.html'],
  stage: 'stable',

  check: (facts, report) => {
    reportFaults(facts, report, weaknessTable({ 'stack-address-returned': ['CWE-562'] }));
  },
};
