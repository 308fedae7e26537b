import { reportFaults, weaknessTable } from '#engine/analysis/memory/report-faults.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { copiedOwners } from './copied-owner.ts';
import { secondOwners } from './second-owner.ts';

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
    if (facts.module.language !== 'cpp') return;
    for (const { owner, field, at } of copiedOwners(facts))
      report(at, {
        message: `A copy of '${owner}' gives back '${field}' a second time.`,
        confidence: 'medium',
      });
    for (const { name, at } of secondOwners(facts))
      report(at, { message: `What '${name}' leads to has an owner already, which gives it back.`, confidence: 'high' });
  },
};
