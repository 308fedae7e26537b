import { reportFaults, weaknessTable } from '#engine/analysis/memory/report-faults.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/allocation-size',
  languages: ['c', 'cpp'],
  cwes: ['CWE-680', 'CWE-190'],
  title: 'Size of an allocation that may wrap around',
  severity: 'high',
  rationale: 'The size comes out smaller than what is meant, and what is written later goes past the end of it.',
  remediation: 'Check the factors against a limit, or use calloc or reallocarray, which check the product.',
  references: [
    'https://cwe.mitre.org/data/definitions/680.html',
    'https://cwe.mitre.org/data/definitions/190.html',
    'https://wiki.sei.cmu.edu/confluence/display/c/MEM35-C.+Allocate+sufficient+memory+for+an+object',
  ],
  stage: 'stable',

  check: (facts, report) => {
    reportFaults(facts, report, weaknessTable({ 'size-overflow': ['CWE-680', 'CWE-190'] }));
  },
};
