import { declaredNames, outerDeclarations } from '#engine/analysis/judges/declared-names.ts';
import { lookedAt } from '#engine/analysis/judges/looked-at.ts';
import { outsideNumbers } from '#engine/analysis/judges/outside-number.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { type WrongNumber, wrongNumbers } from './numbers.ts';

export const rule: Rule = {
  id: 'cpp/integer-conversion',
  languages: ['cpp'],
  cwes: ['CWE-190', 'CWE-197', 'CWE-195', 'CWE-681'],
  title: 'Number that does not fit where it is put',
  severity: 'medium',
  rationale:
    'What is left of the number is smaller than what is meant, or very large, and memory is taken or copied by it.',
  remediation:
    'Compare the number with the limits of the type before the conversion or the product, or use a wider type.',
  references: [
    'https://cwe.mitre.org/data/definitions/190.html',
    'https://cwe.mitre.org/data/definitions/197.html',
    'https://cwe.mitre.org/data/definitions/195.html',
    'https://cwe.mitre.org/data/definitions/681.html',
    'https://wiki.sei.cmu.edu/confluence/display/c/INT31-C.+Ensure+that+integer+conversions+do+not+result+in+lost+or+misinterpreted+data',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const outer = outerDeclarations(facts);
    for (const { function: one } of facts.functions) {
      const declared = declaredNames(facts, one, outer);
      for (const wrong of wrongNumbers(one, declared, outsideNumbers(one, declared), lookedAt(one.body)))
        report(wrong.at, { message: said(wrong), confidence: 'medium', cwes: [CWES[wrong.kind]] });
    }
  },
};

const CWES = { narrow: 'CWE-197', product: 'CWE-190', negative: 'CWE-195' } as const;

function said({ kind, name }: WrongNumber): string {
  const shown = name.replace(/^\*this\.|^\*/, '');
  if (kind === 'narrow') return `The size of '${shown}' is put into fewer bits, and nothing has asked whether it fits.`;
  if (kind === 'product') return `'${shown}' was read, and the product with it may be larger than its type holds.`;
  return `'${shown}' has a sign, and nothing has asked whether it is negative before it is a length.`;
}
