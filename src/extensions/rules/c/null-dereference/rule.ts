import { reportFaults, weaknessTable } from '#engine/analysis/memory/report-faults.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { checkForNull } from './check-for-null.ts';

export const rule: Rule = {
  id: 'c/null-dereference',
  languages: ['c', 'cpp'],
  cwes: ['CWE-476', 'CWE-690', 'CWE-252'],
  title: 'Null pointer followed',
  severity: 'medium',
  rationale: 'The program ends, and with it the service.',
  remediation: 'Compare the result with NULL before it is used.',
  references: [
    'https://cwe.mitre.org/data/definitions/476.html',
    'https://cwe.mitre.org/data/definitions/690.html',
    'https://cwe.mitre.org/data/definitions/252.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    reportFaults(
      facts,
      report,
      weaknessTable({
        'null-dereference': ['CWE-476'],
        'unchecked-null': ['CWE-690', 'CWE-476', 'CWE-252'],
        'checked-too-late': ['CWE-476'],
      }),
      checkForNull,
    );
  },
};
