import type { Rule } from '#engine/analysis/rule.ts';
import { fieldTypes, giversOf } from './may-give-nothing.ts';
import { uncheckedUses } from './unchecked-uses.ts';

export const rule: Rule = {
  id: 'cpp/null-dereference',
  languages: ['cpp'],
  cwes: ['CWE-476', 'CWE-690', 'CWE-252'],
  title: 'Nothing followed as if it were something',
  severity: 'medium',
  rationale:
    'A search that finds nothing, an optional that is empty and a pointer to what is gone lead nowhere: what is read there is not defined, and the program may end.',
  remediation: 'Compare the iterator with end(), or test the pointer or the optional, before it is followed.',
  references: [
    'https://cwe.mitre.org/data/definitions/476.html',
    'https://cwe.mitre.org/data/definitions/690.html',
    'https://cwe.mitre.org/data/definitions/252.html',
    'https://wiki.sei.cmu.edu/confluence/display/cplusplus/CTR51-CPP.+Use+valid+references%2C+pointers%2C+and+iterators+to+reference+elements+of+a+container',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const givers = giversOf(facts);
    const fields = fieldTypes(facts);
    const seen = new Set<number>();
    for (const { function: one } of facts.functions) {
      for (const { what, at } of uncheckedUses(facts, one, givers, fields)) {
        if (seen.has(at.start)) continue;
        seen.add(at.start);
        report(at, {
          message: `What ${what} gives is followed, and nobody has looked whether it is anything.`,
          confidence: 'medium',
        });
      }
    }
  },
};
