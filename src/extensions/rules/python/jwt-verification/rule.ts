import { calleeName, endsWithName } from '#engine/analysis/judges/callee-name.ts';
import { isConstant, textOf } from '#engine/analysis/judges/constant-of.ts';
import type { CallFact } from '#engine/analysis/facts.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

export const rule: Rule = {
  id: 'python/jwt-verification',
  languages: ['python'],
  cwes: ['CWE-347'],
  title: 'Signature of a token not verified',
  severity: 'high',
  rationale: 'Without its signature checked, a token says whatever its sender wants it to say.',
  remediation: 'Decode with a key, a fixed list of algorithms and verification on.',
  references: ['https://cwe.mitre.org/data/definitions/347.html', 'https://www.rfc-editor.org/rfc/rfc8725'],
  stage: 'stable',

  check: ({ calls }, report) => {
    for (const call of calls) {
      const name = calleeName(call);
      if (endsWithName(name, 'jwt.decode') || endsWithName(name, 'jws.verify') || endsWithName(name, 'jws.decode')) {
        const problem = problemOf(call);
        if (problem !== undefined) {
          report(call.at, { message: problem, confidence: 'high', ...fixOf(call) });
        }
      } else if (/(?:^|\.)(?:jwt\.encode|jws\.sign)$/.test(name) && namesNone(call.argument(2, 'algorithm'))) {
        report(call.at, { message: 'The token is not signed.', confidence: 'high' });
      } else if (/(?:^|\.)jwt\.get_unverified_claims$/.test(name) || endsWithName(name, 'loads_unsafe')) {
        report(call.at, { message: 'The claims are read without a check of the signature.', confidence: 'low' });
      } else if (/(?:^|\.)(?:python_jwt|jwt)\.process_jwt$/.test(name)) {
        const isVerified = calls.some(
          (other) => other.within === call.within && other.names.some((one) => one.endsWith('.verify_jwt')),
        );
        if (!isVerified)
          report(call.at, { message: 'The token is read without a check of the signature.', confidence: 'high' });
      }
    }
  },
};

function problemOf(call: CallFact): string | undefined {
  const off = 'The signature of the token is not checked.';
  if (isConstant(call.argument('verify', 2), false)) return off;
  if (isConstant(call.argument('options')?.fields?.get('verify_signature'), false)) return off;
  const algorithms = call.argument('algorithms', 2);
  if (namesNone(algorithms)) return 'A token without a signature is accepted.';
  const key = call.argument(1, 'key');
  const isEmpty = key !== undefined && (isConstant(key, null) || textOf(key) === '');
  return isEmpty && !call.has('options') ? 'The token is checked with an empty key.' : undefined;
}

function namesNone(value: Value | undefined): boolean {
  if (value === undefined) return false;
  if (textOf(value)?.toLowerCase() === 'none') return true;
  return [...(value.fields?.values() ?? [])].some((one) => textOf(one)?.toLowerCase() === 'none');
}

function fixOf(call: CallFact): {
  readonly fix?: readonly [{ readonly at: { readonly start: number; readonly end: number }; readonly newText: string }];
} {
  const verify = call.arguments.find(({ argument }) => argument.name === 'verify')?.argument.value;
  return verify?.kind === 'literal' && call.has(1, 'key') ? { fix: [{ at: verify.at, newText: 'True' }] } : {};
}
