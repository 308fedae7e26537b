import { declaredNames, outerDeclarations } from '#engine/analysis/judges/declared-names.ts';
import { lookedAt } from '#engine/analysis/judges/looked-at.ts';
import { outsideNumbers } from '#engine/analysis/judges/outside-number.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { countersOf, guardedByConstructors } from './counters.ts';
import { zeroDivisors } from './zero-divisors.ts';

export const rule: Rule = {
  id: 'cpp/divide-by-zero',
  languages: ['cpp'],
  cwes: ['CWE-369'],
  title: 'Division by a size or a number that may be zero',
  severity: 'medium',
  rationale: 'Of whole numbers the program ends, and with it the service; of others what comes out is no number.',
  remediation: 'Ask whether the container is empty, or the divisor zero, before the division.',
  references: ['https://cwe.mitre.org/data/definitions/369.html'],
  stage: 'stable',

  check: (facts, report) => {
    const outer = outerDeclarations(facts);
    const counters = countersOf(facts);
    const guarded = guardedByConstructors(facts);
    for (const { function: one } of facts.functions) {
      // Most functions divide nothing.
      if (!/[/%]/.test(facts.codeText.slice(one.at.start, one.at.end))) continue;
      const declared = declaredNames(facts, one, outer);
      const numbers = outsideNumbers(one, declared);
      for (const { name, how, at } of zeroDivisors(one, declared, numbers, lookedAt(one.body), counters, guarded))
        report(at, { message: said(name.replace(/^\*this\.|^\*/, ''), how), confidence: 'medium' });
    }
  },
};

function said(name: string, how: 'size' | 'count' | 'read'): string {
  if (how === 'size') return `'${name}' may be empty, and its size is the divisor.`;
  if (how === 'count') return `'${name}' is zero until something was counted, and is the divisor.`;
  return `'${name}' was read, may be zero, and is the divisor.`;
}
