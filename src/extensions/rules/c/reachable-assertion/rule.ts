import { reportFaults, weaknessTable } from '#engine/analysis/memory/report-faults.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/reachable-assertion',
  languages: ['c', 'cpp'],
  cwes: ['CWE-617'],
  title: 'Assertion that input can make fail',
  severity: 'medium',
  rationale:
    'Whoever gives the input ends the program for all of its users; with assertions compiled away nothing is checked at all.',
  remediation:
    'Handle what input can be with a test that goes on, and assert what only a mistake of the program breaks.',
  references: ['https://cwe.mitre.org/data/definitions/617.html'],
  stage: 'stable',

  check: (facts, report) => {
    reportFaults(facts, report, weaknessTable({ 'reachable-assertion': ['CWE-617'] }));
  },
};
