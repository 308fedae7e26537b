import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { numberOf } from '#engine/analysis/judges/constant-of.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/weak-key-size',
  languages: ['c', 'cpp'],
  cwes: ['CWE-326'],
  title: 'Key that is too short',
  severity: 'medium',
  rationale: 'Short keys of RSA and DSA, and small curves, can be broken with computers that can be bought or rented.',
  remediation: 'Make RSA keys of 2048 bits or more, or use curves of 256 bits.',
  references: ['https://cwe.mitre.org/data/definitions/326.html', 'https://csrc.nist.gov/pubs/sp/800/57/pt1/r5/final'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const finding = judge(facts, call);
      if (finding !== undefined) report(call.at, finding);
    }
  },
};

const POSITION: Readonly<Record<string, number>> = {
  RSA_generate_key: 0,
  RSA_generate_key_ex: 1,
  EVP_PKEY_CTX_set_rsa_keygen_bits: 1,
  EVP_PKEY_CTX_set_dsa_paramgen_bits: 1,
  EVP_PKEY_CTX_set_dh_paramgen_prime_len: 1,
  DSA_generate_parameters_ex: 1,
  DH_generate_parameters_ex: 1,
  mbedtls_rsa_gen_key: 3,
};
const FEWEST_BITS = 2048;

function judge(facts: ModuleFacts, call: CallFact): RuleFinding | undefined {
  const position = POSITION[methodName(call)];
  const given = position === undefined ? undefined : call.arguments[position];
  const bits = numberOf(given?.value);
  if (given === undefined || bits === undefined || bits >= FEWEST_BITS || bits < 2) return undefined;
  const isLiteral = given.argument.value.kind === 'literal' && facts.textAt(given.argument.value.at) === String(bits);
  return {
    message: `The key has ${bits} bits.`,
    confidence: 'high',
    ...(isLiteral && { fix: [{ at: given.argument.value.at, newText: String(FEWEST_BITS) }] }),
  };
}
