import { reportFaults, weaknessTable } from '#engine/analysis/memory/report-faults.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { sizesOfPointers } from './sizes-of-pointers.ts';

export const rule: Rule = {
  id: 'c/pointer-arithmetic',
  languages: ['c', 'cpp'],
  cwes: ['CWE-467', 'CWE-468', 'CWE-469', 'CWE-475'],
  title: 'Size or distance that is not what was meant',
  severity: 'medium',
  rationale: 'Too little memory is asked for, or what is read and written lies elsewhere than it seems.',
  remediation:
    'Take the size of what a pointer points to, count in elements, and subtract pointers into the same memory only.',
  references: [
    'https://cwe.mitre.org/data/definitions/467.html',
    'https://cwe.mitre.org/data/definitions/468.html',
    'https://cwe.mitre.org/data/definitions/469.html',
    'https://cwe.mitre.org/data/definitions/475.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const { at, name } of sizesOfPointers(facts)) {
      report(at, {
        message: `This is the size of the pointer '${name}', not of what it points to.`,
        confidence: 'high',
        cwes: ['CWE-467'],
      });
    }
    reportFaults(
      facts,
      report,
      weaknessTable({
        'scaled-twice': ['CWE-468'],
        'unrelated-pointers': ['CWE-469'],
        'overlapping-copy': ['CWE-475'],
      }),
    );
  },
};
