import type { CallFact } from '#engine/analysis/facts.ts';
import { numberOf } from '#engine/analysis/judges/constant-of.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'java/weak-key-size',
  languages: ['java'],
  cwes: ['CWE-326'],
  title: 'Key that is too short',
  severity: 'medium',
  rationale: 'Short keys can be found by trying or computing.',
  remediation:
    'Make RSA and DSA keys of 2048 bits or more, keys of curves of 224 or more, and AES keys of 128 or more.',
  references: [
    'https://cwe.mitre.org/data/definitions/326.html',
    'https://nvlpubs.nist.gov/nistpubs/SpecialPublications/NIST.SP.800-131Ar2.pdf',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const least = leastOf(call);
      const bits = numberOf(call.argument(0));
      if (least === undefined || bits === undefined || bits >= least) continue;
      const { expression } = call;
      const given = expression.arguments[0]?.value;
      const fix = given?.kind === 'literal' ? [{ at: given.at, newText: String(least) }] : [];
      report(call.at, {
        message: `The key has ${String(bits)} bits.`,
        confidence: 'high',
        ...(fix.length > 0 && { fix }),
      });
    }
  },
};

/** Bits that the key should have at least. */
function leastOf({ names: [name = ''], receiver }: CallFact): number | undefined {
  const origin = receiver?.origin;
  const first = origin?.kind === 'call' ? origin.arguments[0]?.value : undefined;
  const algorithm = first?.kind === 'literal' && typeof first.value === 'string' ? first.value : '';
  if (/KeyPairGenerator\.initialize$/.test(name)) return /^(?:EC|X25519|Ed25519)/i.test(algorithm) ? 224 : 2048;
  if (/KeyGenerator\.init$/.test(name)) return /^(?:des|desede)$/i.test(algorithm) ? undefined : 128;
  return undefined;
}
