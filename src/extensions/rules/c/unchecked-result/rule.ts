import { isResultIgnored } from '#engine/analysis/judges/ignored-result.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { parentOf } from '#engine/analysis/judges/surroundings.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';
import { lostFailures } from './lost-failure.ts';

export const rule: Rule = {
  id: 'c/unchecked-result',
  languages: ['c', 'cpp'],
  cwes: ['CWE-252', 'CWE-253', 'CWE-347'],
  title: 'Result that says of a failure not checked',
  severity: 'medium',
  rationale:
    'A function that fails and is not asked leaves keys that are not random, connections that are not checked, and data that was never read.',
  remediation: 'Look at what the function gives, and stop when it failed.',
  references: [
    'https://cwe.mitre.org/data/definitions/252.html',
    'https://cwe.mitre.org/data/definitions/253.html',
    'https://cwe.mitre.org/data/definitions/347.html',
    'https://docs.openssl.org/master/man3/RAND_bytes/',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const zeroed = comparedWithZero(facts);
    for (const call of facts.calls) {
      const finding = judge(facts, call, zeroed);
      if (finding !== undefined) report(call.at, finding);
    }
    for (const { at, message } of lostFailures(facts)) report(at, { message, confidence: 'medium', cwes: ['CWE-253'] });
  },
};

const MUST_CHECK =
  /^(?:RAND_(?:priv_)?bytes|getrandom|getentropy|EVP_(?:Decrypt|Verify|DigestVerify|Open)Final(?:_ex)?|EVP_DigestVerify|DSA_verify|X509_verify|gcry_pk_verify|gcry_cipher_checktag|gnutls_pubkey_verify_data2|gnutls_pubkey_verify_hash2|mbedtls_(?:pk|rsa_pkcs1|ecdsa)_verify|mbedtls_gcm_auth_decrypt|mbedtls_ctr_drbg_random|wc_RsaSSL_Verify|wc_ecc_verify_hash|EVP_PKEY_verify|RSA_verify|ECDSA_verify|SSL_get_verify_result|X509_verify_cert|SSL_CTX_load_verify_locations|crypto_secretbox_open_easy|crypto_box_open_easy|crypto_sign_open|crypto_sign_verify_detached|BCryptGenRandom|CryptGenRandom|ImpersonateLoggedOnUser|ImpersonateNamedPipeClient|RevertToSelf|pam_authenticate)$/;
/** Those that say whether something is genuine. */
const VERIFIES = /verify|checktag|auth_decrypt|Decrypt(?:Final)|_open_easy$|_open$/i;
/** Those that give a number below 0 for an error, which is true. */
const THREE_WAYS =
  /^(?:EVP_VerifyFinal|EVP_DigestVerifyFinal|EVP_DigestVerify|EVP_PKEY_verify|ECDSA_verify|ECDSA_do_verify|DSA_verify|DSA_do_verify|X509_verify|X509_verify_cert)$/;

/** Input that was not read leaves what stood there before, and files that were not written are lost. */
const MUST_READ = /^(?:f|s|w|fw|sw)?scanf$|^(?:fgetws?s?|fgets|fread|fwrite|rename)$/;
/** Those that give a number below 0 for an error, and never 0 for one. */
const BELOW_ZERO = /^(?:f|v|vf|s|vs)?printf$|^f?put(?:s|c|char)$|^putw?c(?:har)?$|^fputws?c?$/;
/** Those that give EOF, which is below 0, when there is nothing to read. */
const END_OF_FILE = /^(?:f|s|w|fw|sw)?scanf$/;

/** Calls whose result is compared with 0: `fputs(…) == 0`. */
function comparedWithZero(facts: ModuleFacts): ReadonlySet<Expression> {
  return new Set(
    nodesOf(facts, 'compare').flatMap(({ left, operator, right }) =>
      operator === '==' && right.kind === 'literal' && right.value === 0 ? [left] : [],
    ),
  );
}

/** What is never true when the call failed. */
function judgeCompared(name: string): RuleFinding | undefined {
  if (BELOW_ZERO.test(name)) {
    return { message: `'${name}' gives a number below 0 when it fails, not 0.`, confidence: 'medium' };
  }
  if (!END_OF_FILE.test(name)) return undefined;
  return { message: `'${name}' gives a number below 0 at the end of its input, not 0.`, confidence: 'medium' };
}

function judge(facts: ModuleFacts, call: CallFact, zeroed: ReadonlySet<Expression>): RuleFinding | undefined {
  const name = methodName(call);
  if (call.expression.callee.kind !== 'name') return undefined;
  if (MUST_CHECK.test(name) && isResultIgnored(call)) {
    const cwes = VERIFIES.test(name) ? (['CWE-252', 'CWE-347'] as const) : (['CWE-252'] as const);
    return { message: `Nobody looks whether '${name}' succeeded.`, confidence: 'medium', cwes };
  }
  if (MUST_READ.test(name) && call.isResultUnused) {
    return { message: `Nobody looks whether '${name}' succeeded.`, confidence: 'medium', cwes: ['CWE-252'] };
  }
  const compared = zeroed.has(call.expression) ? judgeCompared(name) : undefined;
  if (compared !== undefined) return { ...compared, cwes: ['CWE-253'] };
  if (!THREE_WAYS.test(name)) return undefined;
  const parent = parentOf(facts, call.expression);
  const isTruth =
    (parent?.kind === 'unary' && parent.operator === 'not') ||
    (parent?.kind === 'if' && parent.test === call.expression);
  if (!isTruth) return undefined;
  return {
    message: `An error of '${name}', a number below 0, is taken for success.`,
    confidence: 'medium',
    cwes: ['CWE-253', 'CWE-347'],
  };
}
