import { reportFaults, weaknessTable } from '#engine/analysis/memory/report-faults.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { freedLiterals } from './literal-member.ts';
import { wrongOwners } from './smart-pointer.ts';

export const rule: Rule = {
  id: 'c/invalid-free',
  languages: ['c', 'cpp'],
  cwes: ['CWE-590', 'CWE-761', 'CWE-762'],
  title: 'Memory given back that was not allocated so',
  severity: 'high',
  rationale: 'The lists of free memory are torn.',
  remediation: 'Give back the pointer that the allocation gave, with its own counterpart.',
  references: [
    'https://cwe.mitre.org/data/definitions/590.html',
    'https://cwe.mitre.org/data/definitions/761.html',
    'https://cwe.mitre.org/data/definitions/762.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    reportFaults(
      facts,
      report,
      weaknessTable({ 'free-of-non-heap': ['CWE-590'], 'free-of-inside': ['CWE-761'], 'mismatched-free': ['CWE-762'] }),
    );
    for (const { field, at } of freedLiterals(facts))
      report(at, {
        message: `'${field}' is set to a literal here, and given back elsewhere.`,
        cwes: ['CWE-590'],
        confidence: 'medium',
      });
    if (facts.module.language !== 'cpp') return;
    for (const { at, message, cwe } of wrongOwners(facts)) report(at, { message, cwes: [cwe], confidence: 'high' });
  },
};
