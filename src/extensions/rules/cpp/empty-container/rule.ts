import { declaredNames, outerDeclarations } from '#engine/analysis/judges/declared-names.ts';
import { lookedAt } from '#engine/analysis/judges/looked-at.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { emptyUses } from './empty-uses.ts';

export const rule: Rule = {
  id: 'cpp/empty-container',
  languages: ['cpp'],
  cwes: ['CWE-191', 'CWE-125'],
  title: 'Something taken from what may be empty',
  severity: 'medium',
  rationale:
    'A size has no sign: less than nothing is a very large number, and the first or last item of nothing is memory of somebody else.',
  remediation: 'Ask whether the container holds enough before something is taken from it or subtracted from its size.',
  references: [
    'https://cwe.mitre.org/data/definitions/191.html',
    'https://cwe.mitre.org/data/definitions/125.html',
    'https://wiki.sei.cmu.edu/confluence/display/cplusplus/STR53-CPP.+Range+check+element+access',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const outer = outerDeclarations(facts);
    for (const { function: one } of facts.functions)
      for (const { name, how, at } of emptyUses(one, declaredNames(facts, one, outer), lookedAt(one.body)))
        report(at, {
          message:
            how === 'size'
              ? `'${name}' may hold less than is subtracted from its size, and nothing has asked.`
              : `'${name}' may be empty when an item is taken from it, and nothing has asked.`,
          confidence: 'medium',
        });
  },
};
