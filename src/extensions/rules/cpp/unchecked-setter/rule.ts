import { outerDeclarations } from '#engine/analysis/judges/declared-names.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { trustedIndexes } from './sibling-check.ts';

export const rule: Rule = {
  id: 'cpp/unchecked-setter',
  languages: ['cpp'],
  cwes: ['CWE-129', 'CWE-787', 'CWE-125'],
  title: 'Index that one method of a class looks at and another does not',
  severity: 'high',
  rationale:
    'The class shows that the index may be wrong: the method that forgets to ask reads or changes other memory.',
  remediation: 'Make the same comparison in each method that takes the index, or use at().',
  references: [
    'https://cwe.mitre.org/data/definitions/129.html',
    'https://cwe.mitre.org/data/definitions/787.html',
    'https://cwe.mitre.org/data/definitions/125.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const outer = outerDeclarations(facts);
    const seen = new Set<number>();
    for (const { parameter, field, other, at } of trustedIndexes(facts)) {
      const type = outer.fields.get(field)?.type;
      // What stands under keys takes any.
      if (seen.has(at.start) || type === undefined || /map$|set$|json/i.test(type.name)) continue;
      seen.add(at.start);
      report(at, {
        message: `'${parameter}' says which item of '${field}' is meant; '${other}' compares it first, and this does not.`,
        confidence: 'medium',
      });
    }
  },
};
