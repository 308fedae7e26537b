import type { CompareFact } from '#engine/analysis/facts.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

export const rule: Rule = {
  id: 'javascript/timing-safe-compare',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-208'],
  title: 'Secret compared in variable time',
  severity: 'medium',
  rationale:
    'An ordinary comparison ends at the first difference, and the time it takes tells how much of a guess was right.',
  remediation: 'Compare secrets with crypto.timingSafeEqual.',
  references: [
    'https://cwe.mitre.org/data/definitions/208.html',
    'https://nodejs.org/api/crypto.html#cryptotimingsafeequala-b',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const compare of facts.compares) {
      const what = secretIn(compare);
      if (what !== undefined)
        report(compare.at, { message: `'${what}' is compared in variable time.`, confidence: 'medium' });
    }
  },
};

function secretIn({ expression, left, right }: CompareFact): string | undefined {
  if (expression.operator !== '==' && expression.operator !== '!=') return undefined;
  if (left.constant !== undefined || right.constant !== undefined) return undefined;
  const names = [lastName(expression.left), lastName(expression.right)];
  if (names.some((name) => /confirm|repeat|again|retype|verify|old|new|2$|type|kind|^undefined$|^null$/i.test(name)))
    return undefined;
  if ([expression.left, expression.right].some(({ kind }) => kind === 'literal' || kind === 'unary')) return undefined;
  if (isHmac(left) || isHmac(right)) return names.find((name) => name !== '') ?? 'signature';
  const isRemote = [left, right].filter(({ taints }) => taints.some(({ kind }) => kind === 'remote')).length === 1;
  const kinds = names.map((name) => secretKind(name));
  const index = kinds.findIndex((kind) => kind !== undefined);
  if (index < 0) return undefined;
  const isSignature = names.some((name) => /signature|hmac|digest/i.test(name));
  return (isRemote && (kinds[1 - index] !== undefined || isSignature || kinds[index] !== 'password')) ||
    (isSignature && kinds[1 - index] !== undefined)
    ? names[index]
    : undefined;
}

function isHmac({ name }: Value): boolean {
  return /createHmac\(\)(?:\.update\(\))*\.digest\(\)$/.test(name ?? '');
}
