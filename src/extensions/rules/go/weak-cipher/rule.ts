import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const BROKEN: Readonly<Record<string, string>> = {
  'crypto/des.NewCipher': 'DES',
  'crypto/des.NewTripleDESCipher': 'Triple DES',
  'crypto/rc4.NewCipher': 'RC4',
  'blowfish.NewCipher': 'Blowfish',
  'blowfish.NewSaltedCipher': 'Blowfish',
  'cast5.NewCipher': 'CAST5',
  'tea.NewCipher': 'TEA',
  'xtea.NewCipher': 'XTEA',
};

export const rule: Rule = {
  id: 'go/weak-cipher',
  languages: ['go'],
  cwes: ['CWE-327', 'CWE-326'],
  title: 'Weak cipher',
  severity: 'high',
  rationale:
    'What an old cipher or a mode without authentication encrypts can be read, or changed without being noticed.',
  remediation: 'Encrypt with AES in GCM mode (cipher.NewGCM) or with ChaCha20-Poly1305.',
  references: [
    'https://cwe.mitre.org/data/definitions/327.html',
    'https://cwe.mitre.org/data/definitions/326.html',
    'https://pkg.go.dev/crypto/cipher#NewGCM',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = calleeName(call);
      const broken = BROKEN[name];
      if (broken !== undefined) report(call.at, { message: `The cipher ${broken} is broken.`, confidence: 'high' });
      else if (/ECB(?:En|De)crypter$/.test(name)) {
        report(call.at, { message: 'Equal blocks are encrypted to equal blocks in ECB mode.', confidence: 'high' });
      } else if (isBareBlock(facts, call, name)) {
        report(call.at, { message: 'A block cipher is used without a mode.', confidence: 'medium' });
      }
    }
  },
};

/** `block.Encrypt(dst, src)` of text: that is ECB by hand, when no mode is set up in the file. */
function isBareBlock(facts: ModuleFacts, call: CallFact, name: string): boolean {
  if (/cipher\.New(?:GCM|CBC|CTR|CFB|OFB)/.test(facts.codeText)) return false;
  if (name === 'crypto/aes.NewCipher().Encrypt') return true;
  // A block that was made elsewhere: piece by piece, and without anything that chains the pieces.
  if (name !== 'crypto/cipher.Block.Encrypt' || call.within === undefined) return false;
  const [to, from] = call.expression.arguments.map(({ value }) => value);
  if (to?.kind !== 'index' || from?.kind !== 'index') return false;
  return !/\^|\bxor/i.test(facts.codeAt(call.within.function.at));
}
