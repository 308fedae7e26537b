import { reportFaults, weaknessTable } from '#engine/analysis/memory/report-faults.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/memory-leak',
  languages: ['c', 'cpp'],
  cwes: ['CWE-401', 'CWE-772'],
  title: 'Memory that is not given back',
  severity: 'medium',
  rationale: 'A program that runs long, or is made to take this way often, runs out of memory.',
  remediation: 'Give the memory back on every way out of the function.',
  references: ['https://cwe.mitre.org/data/definitions/401.html', 'https://cwe.mitre.org/data/definitions/772.html'],
  stage: 'stable',

  check: (facts, report) => {
    reportFaults(facts, report, weaknessTable({ leak: ['CWE-401', 'CWE-772'] }));
  },
};
