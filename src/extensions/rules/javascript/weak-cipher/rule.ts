import type { CallFact } from '#engine/analysis/facts.ts';
import { calleeName, endsWithName } from '#engine/analysis/judges/callee-name.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const WEAK = /^(?:des|des3|3des|rc2|rc4|bf|blowfish|idea|seed|cast5?|desx)(?:$|-)/i;

export const rule: Rule = {
  id: 'javascript/weak-cipher',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-327', 'CWE-326'],
  title: 'Weak cipher',
  severity: 'high',
  rationale:
    'Old ciphers can be broken, ECB shows which blocks are equal, and createCipher makes a key without a salt.',
  remediation: 'Encrypt with createCipheriv, AES-256-GCM, a key from scrypt and a fresh IV.',
  references: [
    'https://cwe.mitre.org/data/definitions/327.html',
    'https://cwe.mitre.org/data/definitions/326.html',
    'https://nodejs.org/api/crypto.html#cryptocreatecipherivalgorithm-key-iv-options',
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
  const name = calleeName(call);
  const isPlain = /(?:^|\.)create(?:Cipher|Decipher)$/.test(name);
  if (isPlain || /(?:^|\.)create(?:Cipher|Decipher)iv$/.test(name)) {
    const algorithm = textOf(call.argument(0));
    if (algorithm !== undefined && WEAK.test(algorithm)) return `The cipher '${algorithm}' can be broken.`;
    if (algorithm !== undefined && /-ecb$/i.test(algorithm))
      return `The cipher '${algorithm}' shows which blocks are equal.`;
    return isPlain && name.includes('crypto')
      ? "'createCipher' makes the key from the password without a salt."
      : undefined;
  }
  const [, cipher] = /(?:crypto-js|CryptoJS)\.(DES|TripleDES|RC4|RC4Drop|Rabbit)\.(?:en|de)crypt$/.exec(name) ?? [];
  if (cipher !== undefined) return `The cipher ${cipher} can be broken.`;
  if (endsWithName(name, 'AES.encrypt') && /mode\.ECB$/.test(call.argument(2)?.fields?.get('mode')?.name ?? ''))
    return 'The mode ECB shows which blocks are equal.';
  return undefined;
}
