import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { identifierWords } from '#engine/analysis/identifier-words.ts';
import { usesOf } from '#engine/analysis/judges/surroundings.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/** What must not be negative, by the words of the names a number gets. */
const AMOUNTS: ReadonlySet<string> = new Set([
  'quantity',
  'qty',
  'amount',
  'price',
  'sum',
  'total',
  'balance',
  'units',
  'shares',
  'discount',
]);

export const rule: Rule = {
  id: 'python/numeric-input',
  languages: ['python'],
  cwes: ['CWE-20', 'CWE-129'],
  title: 'Number used without a check of its range',
  severity: 'medium',
  rationale: 'A negative or huge number turns a payment round, or reads what lies elsewhere.',
  remediation: 'Test the range of the number before it is used.',
  references: ['https://cwe.mitre.org/data/definitions/20.html', 'https://cwe.mitre.org/data/definitions/129.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = calleeName(call);
      if (name !== 'int' && name !== 'float') continue;
      const source = call.argument(0)?.taints.find(({ kind }) => kind === 'remote');
      if (source === undefined) continue;
      const { names, roles } = usesOf(facts, call.expression);
      if (roles.has('compared')) continue;
      const amount = names.find((used) => identifierWords(used).some((word) => AMOUNTS.has(word)));
      if (roles.has('index') && !call.isInTry) {
        report(call.at, {
          message: `The number from ${source.what} is used as an index without a check.`,
          confidence: 'medium',
          taint: source,
        });
      } else if (roles.has('factor') && amount !== undefined) {
        report(call.at, {
          message: `'${amount}' may be negative: nothing tests its range.`,
          confidence: 'medium',
          taint: source,
        });
      }
    }
  },
};
