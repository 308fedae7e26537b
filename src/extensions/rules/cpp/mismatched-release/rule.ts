import { declaredNames, outerDeclarations } from '#engine/analysis/judges/declared-names.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { wrongReleases } from './field-kinds.ts';
import { ownedLocals } from './owned-locals.ts';

export const rule: Rule = {
  id: 'cpp/mismatched-release',
  languages: ['cpp'],
  cwes: ['CWE-762', 'CWE-590'],
  title: 'Memory given back in another way than it was made',
  severity: 'medium',
  rationale: 'The allocator is told something that is not so, and what it does then is not defined.',
  remediation:
    'Give back with delete[] what new[] has made, with delete what new has made, and with free what malloc has made.',
  references: [
    'https://cwe.mitre.org/data/definitions/762.html',
    'https://cwe.mitre.org/data/definitions/590.html',
    'https://wiki.sei.cmu.edu/confluence/display/cplusplus/MEM51-CPP.+Properly+deallocate+dynamically+allocated+resources',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const { field, made, given, at } of wrongReleases(facts))
      report(at, { message: `'${given}' gives back '${field}', which '${made}' has made.`, confidence: 'high' });
    const outer = outerDeclarations(facts);
    for (const { function: one } of facts.functions)
      for (const { name, at } of ownedLocals(one, declaredNames(facts, one, outer)))
        report(at, {
          message: `A smart pointer is to give back '${name}', which was not allocated.`,
          confidence: 'high',
        });
  },
};
