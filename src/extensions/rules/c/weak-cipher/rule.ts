import type { CallFact } from '#engine/analysis/facts.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/weak-cipher',
  languages: ['c', 'cpp'],
  cwes: ['CWE-327', 'CWE-326'],
  title: 'Weak cipher',
  severity: 'high',
  rationale: 'DES, RC2, RC4 and Blowfish have blocks or keys that are too short, and ECB shows which blocks are equal.',
  remediation: 'Encrypt with AES-256-GCM or ChaCha20-Poly1305.',
  references: [
    'https://cwe.mitre.org/data/definitions/327.html',
    'https://cwe.mitre.org/data/definitions/326.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const finding = judge(call);
      if (finding !== undefined) report(call.at, finding);
    }
  },
};

/** Functions that are a cipher, or make one. */
const BY_FUNCTION: readonly (readonly [RegExp, string])[] = [
  [
    /^EVP_des_|^DES_(?:\w+_)?(?:encrypt\d?|crypt)$|^mbedtls_des3?_(?:crypt|setkey)\w*$|^des_(?:setkey|encrypt)$|^DES_set_key\w*$|^wc_Des/,
    'DES',
  ],
  [/^EVP_rc2_|^RC2_/, 'RC2'],
  [/^EVP_rc4|^RC4(?:_set_key)?$|^mbedtls_arc4_\w+$|^wc_Arc4/, 'RC4'],
  [/^EVP_bf_|^BF_(?:set_key|\w*encrypt)$|^mbedtls_blowfish_/, 'Blowfish'],
  [/^EVP_(?:idea|cast5|seed)_|^CAST_|^IDEA_/, 'a cipher with blocks of 64 bits'],
  [/^EVP_\w+_ecb$|^AES_ecb_encrypt$|^mbedtls_aes_crypt_ecb$|^AES_ECB_/, 'ECB'],
];
const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/(?:^|[-_])(?:des|des3|3des|tripledes)(?:[-_]|$)/i, 'DES'],
  [/(?:^|[-_])(?:rc4|arcfour|arc4)(?:[-_]|$|\d)/i, 'RC4'],
  [/(?:^|[-_])rc2(?:[-_]|$)/i, 'RC2'],
  [/(?:^|[-_])(?:bf|blowfish)(?:[-_]|$)/i, 'Blowfish'],
  [/(?:^|[-_])ecb$/i, 'ECB'],
];
/** Functions that are told by name or constant which cipher is meant. */
const TAKERS =
  /^(?:EVP_get_cipherbyname|EVP_CIPHER_fetch|gcry_cipher_open|mcrypt_module_open|CryptGenKey|CryptDeriveKey|BCryptOpenAlgorithmProvider|mbedtls_cipher_info_from_type)$/;

function judge(call: CallFact): RuleFinding | undefined {
  const weak = weakness(call);
  if (weak === undefined) return undefined;
  return {
    message: weak === 'ECB' ? 'ECB encrypts equal blocks to equal blocks.' : `The data is encrypted with ${weak}.`,
    confidence: 'high',
  };
}

function weakness(call: CallFact): string | undefined {
  const { callee } = call.expression;
  const name = methodName(call);
  if (callee.kind === 'name') {
    const found = BY_FUNCTION.find(([pattern]) => pattern.test(name));
    if (found !== undefined) return found[1];
  } else {
    const whole = writtenName(callee);
    if (/\bECB_Mode\b/.test(whole)) return 'ECB';
    const made = /\b(DES|DES_EDE2|ARC4|Blowfish|RC2)\.(?:Encryption|Decryption)$/.exec(whole)?.[1];
    if (made !== undefined) return made.startsWith('DES') ? 'DES' : made === 'ARC4' ? 'RC4' : made;
  }
  if (!TAKERS.test(name)) return undefined;
  for (const { argument, value } of call.arguments) {
    const given =
      textOf(value) ??
      writtenName(argument.value)
        .replace(/^(?:GCRY_CIPHER_(?:MODE_)?|CALG_|MCRYPT_|MBEDTLS_CIPHER_|BCRYPT_)/, '')
        .replace(/_ALGORITHM$/, '');
    const found = BY_NAME.find(([pattern]) => pattern.test(given));
    if (found !== undefined) return found[1];
  }
  return undefined;
}
