import { declaredNames, outerDeclarations } from '#engine/analysis/judges/declared-names.ts';
import { lookedAt } from '#engine/analysis/judges/looked-at.ts';
import { outsideNumbers } from '#engine/analysis/judges/outside-number.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { outsidePlaces } from './outside-places.ts';

export const rule: Rule = {
  id: 'cpp/unchecked-index',
  languages: ['cpp'],
  cwes: ['CWE-129', 'CWE-125', 'CWE-787', 'CWE-805'],
  title: 'Place or length in memory that nobody has looked at',
  severity: 'high',
  rationale:
    'Containers, pointers and spans do not look at an index: one that somebody else has written reads or changes what stands behind them.',
  remediation:
    'Compare the index, or where it begins together with its length, with the size before the access, or use at().',
  references: [
    'https://cwe.mitre.org/data/definitions/129.html',
    'https://cwe.mitre.org/data/definitions/125.html',
    'https://cwe.mitre.org/data/definitions/787.html',
    'https://cwe.mitre.org/data/definitions/805.html',
    'https://wiki.sei.cmu.edu/confluence/display/cplusplus/CTR50-CPP.+Guarantee+that+container+indices+and+iterators+are+within+the+valid+range',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const outer = outerDeclarations(facts);
    const seen = new Set<number>();
    for (const { function: one } of facts.functions) {
      const declared = declaredNames(facts, one, outer);
      const numbers = outsideNumbers(one, declared);
      const looked = lookedAt(one.body);
      for (const { name, how, at } of outsidePlaces(one, declared, numbers, looked)) {
        if (seen.has(at.start)) continue;
        seen.add(at.start);
        report(at, { message: said(name.replace(/^\*this\.|^\*/, ''), how), confidence: 'medium' });
      }
    }
  },
};

function said(name: string, how: 'index' | 'length' | 'rounds' | 'text'): string {
  if (how === 'text') return `'${name}' is put into an array, and nothing has asked whether it fits.`;
  if (how === 'index')
    return `'${name}' was read and says which item is meant, and nothing has compared it with the size.`;
  if (how === 'length')
    return `'${name}' was read and says how many bytes are taken, and nothing has compared it with what is there.`;
  return `'${name}' was read and says how often the loop runs, and nothing has compared it with the size.`;
}
