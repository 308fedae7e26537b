import type { CompareFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { definitionOf } from '#engine/analysis/judges/surroundings.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

const ABOUT_KEYS = /crypto|hmac|jwt|jose|sign|auth|webhook|http/i;

export const rule: Rule = {
  id: 'go/timing-safe-compare',
  languages: ['go'],
  cwes: ['CWE-208'],
  title: 'Secret compared in variable time',
  severity: 'medium',
  rationale:
    'An ordinary comparison ends at the first difference, and the time it takes tells how much of a guess was right.',
  remediation: 'Compare secrets with subtle.ConstantTimeCompare or hmac.Equal.',
  references: [
    'https://cwe.mitre.org/data/definitions/208.html',
    'https://pkg.go.dev/crypto/subtle#ConstantTimeCompare',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const said = (what: string): Parameters<typeof report>[1] => ({
      message: `'${what}' is compared in variable time.`,
      confidence: 'medium',
    });
    for (const compare of facts.compares) {
      const what = secretIn(compare) ?? encodedIn(facts, compare);
      if (what !== undefined) report(compare.at, said(what));
    }
    // In a file that imports nothing of the kind, a signature is the mark at the head of a file format.
    const isAboutKeys = facts.imports.size === 0 || [...facts.imports].some((one) => ABOUT_KEYS.test(one));
    for (const call of facts.calls) {
      if (call.names[0] !== 'bytes.Equal' && call.names[0] !== 'bytes.Compare') continue;
      const names = call.arguments.map(({ argument }) => lastName(argument.value));
      const values = call.arguments.map(({ value }) => value);
      if (
        !values.some(isHmac) &&
        !(
          isAboutKeys &&
          names.some((name) => /^(?:expected_?)?(?:mac|hmac|signature|sig)$|Mac$|MAC$|Signature$/i.test(name))
        )
      )
        continue;
      const argument = call.expression.callee;
      report(call.at, {
        ...said(names.find((name) => name !== '') ?? 'signature'),
        ...(call.names[0] === 'bytes.Equal' &&
          facts.imports.has('crypto/hmac') && { fix: [{ at: argument.at, newText: 'hmac.Equal' }] }),
      });
    }
  },
};

function secretIn({ expression, left, right }: CompareFact): string | undefined {
  if (expression.operator !== '==' && expression.operator !== '!=') return undefined;
  if (left.constant !== undefined || right.constant !== undefined) return undefined;
  if (left.isNumeric === true || right.isNumeric === true) return undefined;
  const names = [lastName(expression.left), lastName(expression.right)];
  if (names.some((name) => /confirm|repeat|again|retype|verify|old|new|2$|type|kind|^nil$/i.test(name)))
    return undefined;
  if (isHmac(left) || isHmac(right)) return names.find((name) => name !== '') ?? 'signature';
  const isRemote = [left, right].filter(({ taints }) => taints.some(({ kind }) => kind === 'remote')).length === 1;
  const kinds = names.map((name) => secretKind(name));
  const index = kinds.findIndex((kind) => kind !== undefined);
  const isSignature = names.some((name) => /signature|hmac|digest|^mac$|[a-z]M(?:ac|AC)$/i.test(name));
  if (index < 0) return undefined;
  const other = kinds[1 - index];
  return (isRemote && (other !== undefined || isSignature || kinds[index] !== 'password')) ||
    (isSignature && other !== undefined) ||
    (other !== undefined && kinds[index] !== 'password')
    ? names[index]
    : undefined;
}

function isHmac({ name }: Value): boolean {
  return /^crypto\/hmac\.New\(\)\.Sum\(\)/.test(name ?? '');
}

/** `hex.EncodeToString(mac.Sum(nil)) == given`: what is written as text is a signature still. */
function encodedIn(facts: ModuleFacts, { expression, left, right }: CompareFact): string | undefined {
  if (expression.operator !== '==' && expression.operator !== '!=') return undefined;
  if (left.constant !== undefined || right.constant !== undefined) return undefined;
  const sides = [expression.left, expression.right];
  const isMade = sides.some((side) => {
    const made = definitionOf(facts, side);
    if (made.kind !== 'call' || lastName(made.callee) !== 'EncodeToString') return false;
    const call = facts.calls.find((one) => one.expression === made);
    return call?.arguments.some(({ value }) => isHmac(value)) === true;
  });
  return isMade ? (sides.map(lastName).find((name) => name !== '') ?? 'signature') : undefined;
}
