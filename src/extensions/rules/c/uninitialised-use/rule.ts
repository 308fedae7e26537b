import { reportFaults, weaknessTable } from '#engine/analysis/memory/report-faults.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { partialScans } from './partial-scan.ts';
import { unsetMembers } from './unset-member.ts';

export const rule: Rule = {
  id: 'c/uninitialised-use',
  languages: ['c', 'cpp'],
  cwes: ['CWE-457', 'CWE-908'],
  title: 'Variable read before it is set',
  severity: 'medium',
  rationale: 'Its value is whatever was at the place before, which may be data of others or a pointer to anywhere.',
  remediation: 'Give the variable a value where it is declared.',
  references: ['https://cwe.mitre.org/data/definitions/457.html', 'https://cwe.mitre.org/data/definitions/908.html'],
  stage: 'stable',

  check: (facts, report) => {
    reportFaults(facts, report, weaknessTable({ uninitialised: ['CWE-457', 'CWE-908'] }));
    for (const { variable, at } of partialScans(facts))
      report(at, {
        message: `The scan counts as a success before '${variable}' is read, and '${variable}' is used all the same.`,
        confidence: 'medium',
      });
    if (facts.module.language !== 'cpp') return;
    for (const { owner, field, at } of unsetMembers(facts))
      report(at, { message: `No constructor of '${owner}' has set '${field}'.`, confidence: 'medium' });
  },
};
