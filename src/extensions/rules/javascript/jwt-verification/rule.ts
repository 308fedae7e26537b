import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { isConstant, textOf } from '#engine/analysis/judges/constant-of.ts';
import { isWithin } from '#engine/analysis/judges/calls-within.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'javascript/jwt-verification',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-347', 'CWE-345'],
  title: 'Token not verified',
  severity: 'high',
  rationale: 'A token whose signature is not checked says whatever its sender wants it to say.',
  remediation: 'Verify the token with a key and a fixed list of algorithms before its claims are used.',
  references: [
    'https://cwe.mitre.org/data/definitions/347.html',
    'https://cwe.mitre.org/data/definitions/345.html',
    'https://www.rfc-editor.org/rfc/rfc8725',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = calleeName(call);
      if (!/^(?:jsonwebtoken|jwt-simple|jose|jwt-decode|jwt)(?:\.|$)/.test(name)) continue;
      const message = weaknessOf(facts, call, name);
      if (message !== undefined) report(call.at, message);
    }
  },
};

type Finding = Parameters<Parameters<NonNullable<Rule['check']>>[1]>[1];

function weaknessOf(facts: ModuleFacts, call: CallFact, name: string): Finding | undefined {
  const options = call.argument(2)?.fields;
  if (name.endsWith('.verify') || name.endsWith('.sign')) {
    const algorithms = options?.get('algorithms')?.fields;
    const named = [...(algorithms?.values() ?? []), options?.get('algorithm')].map((value) =>
      textOf(value)?.toLowerCase(),
    );
    if (named.includes('none'))
      return { message: "The algorithm 'none' makes every token genuine.", confidence: 'high' };
    if (!name.endsWith('.verify')) return undefined;
    const key = call.argument(1)?.constant;
    if (key !== undefined && (key.value === '' || key.value === null || key.value === false || key.value === undefined))
      return { message: 'The token is verified without a key.', confidence: 'high' };
    if (isConstant(options?.get('ignoreExpiration'), true))
      return { message: 'Tokens are accepted after they have expired.', confidence: 'high' };
    return undefined;
  }
  if (name === 'jwt-simple.decode' && isConstant(call.argument(2), true))
    return { message: 'The signature of the token is not checked.', confidence: 'high' };
  if (name !== 'jsonwebtoken.decode' || verifiesToo(facts, call)) return undefined;
  return { message: 'The claims of the token are read without a check of its signature.', confidence: 'medium' };
}

/** Whether the same function, or for a small file any, verifies a token as well. */
function verifiesToo(facts: ModuleFacts, call: CallFact): boolean {
  return facts.calls.some(
    (other) =>
      other !== call &&
      /verif|jwks|getkey|signingkey/i.test(lastName(other.expression.callee)) &&
      (call.within === undefined ||
        isWithin(other.within, call.within) ||
        isWithin(call.within, other.within ?? call.within)),
  );
}
