import { textOf } from '#engine/analysis/judges/constant-of.ts';
import type { CallFact } from '#engine/analysis/facts.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const WEAK = /^(?:des|desede|tripledes|rc2|rc4|rc5|arcfour|blowfish|idea|seed|cast5)$|^pbewith.*(?:des|rc2|rc4|md5)/i;

export const rule: Rule = {
  id: 'java/weak-cipher',
  languages: ['java'],
  cwes: ['CWE-327', 'CWE-326', 'CWE-780'],
  title: 'Weak cipher',
  severity: 'high',
  rationale: 'Old ciphers can be broken, and ECB shows which blocks are equal.',
  remediation: 'Encrypt with AES/GCM/NoPadding and a fresh IV.',
  references: [
    'https://cwe.mitre.org/data/definitions/327.html',
    'https://cwe.mitre.org/data/definitions/326.html',
    'https://cwe.mitre.org/data/definitions/780.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const message = weaknessOf(call);
      if (message !== undefined) report(call.at, { message, confidence: 'high' });
    }
  },
};

function weaknessOf(call: CallFact): string | undefined {
  const [name = ''] = call.names;
  if (/(?:^|\.)(?:Mac|Signature)\.getInstance$/.test(name)) {
    const made = textOf(call.argument(0));
    return made !== undefined && /^hmac-?md5$|^(?:md[25]|sha-?1|none)with/i.test(made)
      ? `'${made}' rests on a hash that can be broken.`
      : undefined;
  }
  const isCipher = /(?:^|\.)Cipher\.getInstance$/.test(name);
  if (!isCipher && !/(?:^|\.)(?:KeyGenerator|SecretKeyFactory)\.getInstance$/.test(name)) return undefined;
  const algorithm = textOf(call.argument(0));
  if (algorithm === undefined) return undefined;
  const [cipher = '', mode, padding = ''] = algorithm.split('/');
  if (WEAK.test(cipher)) return `The cipher '${algorithm}' can be broken.`;
  if (!isCipher) return undefined;
  if (/^rsa$/i.test(cipher))
    return /^nopadding$/i.test(padding)
      ? 'RSA without padding can be undone.'
      : /^pkcs1padding$/i.test(padding)
        ? 'RSA with the padding of PKCS #1 v1.5 can be undone by asking.'
        : undefined;
  if (mode === undefined)
    return /^aes(?:_\d+)?$/i.test(cipher) ? "'AES' alone means ECB, which shows which blocks are equal." : undefined;
  return /^ecb$/i.test(mode) ? `The cipher '${algorithm}' shows which blocks are equal.` : undefined;
}
