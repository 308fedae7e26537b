import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { isConstant } from '#engine/analysis/judges/constant-of.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/jwt-verification',
  languages: ['c', 'cpp'],
  cwes: ['CWE-347', 'CWE-345'],
  title: 'Token not verified',
  severity: 'high',
  rationale: 'A token whose signature is not checked says whatever its sender wants it to say.',
  remediation: 'Verify the token with a key and a fixed algorithm, and look at the result before its claims are used.',
  references: [
    'https://cwe.mitre.org/data/definitions/347.html',
    'https://cwe.mitre.org/data/definitions/345.html',
    'https://datatracker.ietf.org/doc/html/rfc8725',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const finding = judge(facts, call);
      if (finding !== undefined) report(call.at, finding);
    }
  },
};

/** Calls whose result alone tells whether the signature is genuine. */
const CHECKS = /^(?:jwt_decode(?:_2)?|jwt_checker_verify(?:2)?|cjose_jws_verify|l8w8jwt_decode)$/;
/** What a token says before it is known whether it is genuine: which key is to be taken. */
const HEADER = /^get_(?:header|key_id|algorithm|type|content_type|token|signature)/;

function judge(facts: ModuleFacts, call: CallFact): RuleFinding | undefined {
  const name = methodName(call);
  const written = facts.textAt(call.expression.callee.at);
  if (name === 'jwt_decode' && isConstant(call.argument(2), null)) {
    return { message: 'The token is decoded without a key, so nothing checks its signature.', confidence: 'high' };
  }
  if (CHECKS.test(name) && call.isResultUnused && call.expression.callee.kind === 'name') {
    return { message: `Nothing looks at the result of '${name}', which tells a genuine token.`, confidence: 'medium' };
  }
  if (allowsNone(facts, call, name)) {
    return { message: `'${name}' takes tokens without a signature.`, confidence: 'high' };
  }
  if (!/^(?:jwt|JWT)::decode$/.test(written)) return undefined;
  if (call.arguments.some(({ argument: { value } }) => isSwitchedOff(facts.textAt(value.at)))) {
    return { message: 'The token is decoded without a check of its signature.', confidence: 'high' };
  }
  return call.arguments.length === 1 && isTrustedUnchecked(facts, call)
    ? { message: 'The claims of the token are read, and nothing verifies it.', confidence: 'medium' }
    : undefined;
}

/** `jwt::params::verify(false)`. */
function isSwitchedOff(text: string): boolean {
  return /^(?:jwt::)?(?:params::)?verify\(\s*false\s*\)$/.test(text);
}

function allowsNone(facts: ModuleFacts, call: CallFact, name: string): boolean {
  const given = call.arguments.map(({ argument: { value } }) => facts.textAt(value.at));
  if (name === 'jwt_set_alg' || name === 'jwt_builder_setkey') return given[1] === 'JWT_ALG_NONE';
  if (name === 'algorithms') return given.some((text) => /^\{?[^}]*"none"/i.test(text));
  return name === 'allow_algorithm' && given.some((text) => /\balgorithm::none\b/.test(text));
}

/** The library decodes in one step and verifies in another, which the whole file knows nothing of. */
function isTrustedUnchecked(facts: ModuleFacts, call: CallFact): boolean {
  if (facts.calls.some((other) => /^verif/i.test(methodName(other)))) return false;
  return facts.calls.some(
    (other) =>
      other.within === call.within &&
      other.expression.callee.kind === 'member' &&
      other.names[0]?.startsWith('jwt.decode()') === true &&
      /^(?:get|has|payload)/.test(methodName(other)) &&
      !HEADER.test(methodName(other)),
  );
}
