import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/timing-safe-compare',
  languages: ['c', 'cpp'],
  cwes: ['CWE-208', 'CWE-385'],
  title: 'Secret compared in variable time',
  severity: 'medium',
  rationale:
    'An ordinary comparison ends at the first difference, and the time it takes tells how much of a guess was right.',
  remediation: 'Compare secrets with CRYPTO_memcmp, sodium_memcmp or timingsafe_bcmp.',
  references: [
    'https://cwe.mitre.org/data/definitions/208.html',
    'https://cwe.mitre.org/data/definitions/385.html',
    'https://docs.openssl.org/master/man3/CRYPTO_memcmp/',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const finding = judge(facts, call);
      if (finding !== undefined) report(call.at, finding);
    }
  },
};

const COMPARES: ReadonlySet<string> = new Set(['memcmp', 'bcmp', 'strcmp', 'strncmp']);

function judge(facts: ModuleFacts, call: CallFact): RuleFinding | undefined {
  const name = methodName(call);
  const { callee } = call.expression;
  if (callee.kind !== 'name' || !COMPARES.has(name)) return undefined;
  const [left, right] = call.arguments;
  if (
    left === undefined ||
    right === undefined ||
    left.value.constant !== undefined ||
    right.value.constant !== undefined
  )
    return undefined;
  const names = [nameOf(left.argument.value), nameOf(right.argument.value)];
  if (names.some((one) => /confirm|repeat|again|retype|verify|2$|old|new/i.test(one))) return undefined;
  const kinds = names.map((one) => secretKind(one));
  const index = kinds.findIndex((kind) => kind === 'digest');
  const isDigest = index !== -1 && names.some((one) => /mac|hmac|signature|password|passwd|digest|token/i.test(one));
  const isPair = kinds.every((kind) => kind !== undefined);
  const what = isDigest ? names[index] : isPair ? names[0] : undefined;
  if (what === undefined) return undefined;
  const includes = /#\s*include\s*<openssl\//.test(facts.codeText) && name === 'memcmp';
  return {
    message: `'${what}' is compared in variable time.`,
    confidence: 'medium',
    ...(includes &&
      /#\s*include\s*<openssl\/crypto\.h>/.test(facts.codeText) && {
        fix: [{ at: callee.at, newText: 'CRYPTO_memcmp' }],
      }),
  };
}

function nameOf(given: Expression): string {
  let at = given;
  for (let count = 0; count < 4; count += 1) {
    if (at.kind === 'cast') at = at.operand;
    else if (at.kind === 'call' && at.callee.kind === 'member' && at.arguments.length === 0) at = at.callee.object;
    else break;
  }
  return lastName(at);
}
