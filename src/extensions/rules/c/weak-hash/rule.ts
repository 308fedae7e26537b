import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import { identifierWords } from '#engine/analysis/identifier-words.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { usesOf } from '#engine/analysis/judges/surroundings.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/weak-hash',
  languages: ['c', 'cpp'],
  cwes: ['CWE-328', 'CWE-327'],
  title: 'Weak hash function',
  severity: 'medium',
  rationale: 'Two inputs with one hash can be computed for MD5 and SHA-1, so the hash proves nothing about its input.',
  remediation: 'Hash with SHA-256 or stronger.',
  references: [
    'https://cwe.mitre.org/data/definitions/328.html',
    'https://cwe.mitre.org/data/definitions/327.html',
    'https://wiki.openssl.org/index.php/EVP_Message_Digests',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const finding = judge(facts, call);
      if (finding !== undefined) report(call.at, finding);
    }
  },
};

const BY_FUNCTION: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:EVP_md5|EVP_md5_sha1|MD5|MD5_Init|MD5Init|mbedtls_md5(?:_ret|_starts|_starts_ret)?|CC_MD5|CC_MD5_Init|wc_InitMd5|g_md5)$/,
    'MD5',
  ],
  [/^(?:EVP_md4|MD4|MD4_Init|CC_MD4)$/, 'MD4'],
  [/^(?:EVP_md2|MD2|MD2_Init)$/, 'MD2'],
  [
    /^(?:EVP_sha1|EVP_sha|EVP_dss1|SHA1|SHA|SHA1_Init|SHA1Init|SHA_Init|mbedtls_sha1(?:_ret|_starts|_starts_ret)?|CC_SHA1|CC_SHA1_Init|wc_InitSha)$/,
    'SHA-1',
  ],
];
const TAKERS =
  /^(?:EVP_get_digestbyname|EVP_MD_fetch|gcry_md_open|gcry_md_hash_buffer|CryptCreateHash|g_compute_checksum_for_\w+|g_checksum_new|mbedtls_md_info_from_type|hash|QCryptographicHash)$/;
/** Uses for which collisions do no harm. */
const HARMLESS: ReadonlySet<string> = new Set(
  'checksum etag cache bucket dedup duplicate git blob uuid shard websocket ws'.split(' '),
);

function judge(facts: ModuleFacts, call: CallFact): RuleFinding | undefined {
  const hash = weakHash(call);
  if (hash === undefined) return undefined;
  // How a password is hashed is a matter of `password-storage`.
  const isOther = call.arguments.some(({ argument }) => secretKind(writtenName(argument.value)) === 'password');
  const { names, within } = usesOf(facts, call.expression);
  const isHarmless = [...names, within].some((name) => identifierWords(name).some((word) => HARMLESS.has(word)));
  return {
    message: `The hash function ${hash} has known collisions.`,
    confidence: isOther || isHarmless ? 'low' : 'medium',
  };
}

function weakHash(call: CallFact): string | undefined {
  const name = methodName(call);
  if (call.expression.callee.kind === 'name') {
    const found = BY_FUNCTION.find(([pattern]) => pattern.test(name));
    if (found !== undefined) return found[1];
  } else if (/\bWeak1?\.MD5$|\bSHA1$/.test(writtenName(call.expression.callee))) {
    return name === 'SHA1' ? 'SHA-1' : 'MD5';
  }
  if (!TAKERS.test(name)) return undefined;
  for (const { argument, value } of call.arguments) {
    const given = textOf(value) ?? writtenName(argument.value);
    const found = /(?:^|_|\.|[^a-z])(md[245]|sha-?1)$/i.exec(given)?.[1]?.toLowerCase();
    if (found !== undefined) return found.startsWith('sha') ? 'SHA-1' : found.toUpperCase();
  }
  return undefined;
}
