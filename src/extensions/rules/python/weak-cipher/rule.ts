import { calleeName, endsWithName } from '#engine/analysis/judges/callee-name.ts';
import { calleeTable } from '#engine/analysis/judges/callee-table.ts';
import type { CallFact } from '#engine/analysis/facts.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';

/** Constructors of ciphers with short keys, short blocks or biased streams, by the end of their names. */
const weakCipher = calleeTable([
  { callee: 'DES.new', cipher: 'DES' },
  { callee: 'DES3.new', cipher: 'Triple DES' },
  { callee: 'ARC2.new', cipher: 'RC2' },
  { callee: 'ARC4.new', cipher: 'RC4' },
  { callee: 'Blowfish.new', cipher: 'Blowfish' },
  { callee: 'CAST.new', cipher: 'CAST-128' },
  { callee: 'XOR.new', cipher: 'XOR' },
  { callee: 'algorithms.ARC4', cipher: 'RC4' },
  { callee: 'algorithms.TripleDES', cipher: 'Triple DES' },
  { callee: 'algorithms.Blowfish', cipher: 'Blowfish' },
  { callee: 'algorithms.IDEA', cipher: 'IDEA' },
  { callee: 'algorithms.CAST5', cipher: 'CAST-128' },
  { callee: 'algorithms.SEED', cipher: 'SEED' },
  { callee: 'pyDes.des', cipher: 'DES' },
  { callee: 'pyDes.triple_des', cipher: 'Triple DES' },
]);

const blockCipher = calleeTable([
  { callee: 'AES.new' },
  { callee: 'DES.new' },
  { callee: 'DES3.new' },
  { callee: 'Blowfish.new' },
  { callee: 'CAST.new' },
  { callee: 'ARC2.new' },
]);

export const rule: Rule = {
  id: 'python/weak-cipher',
  languages: ['python'],
  cwes: ['CWE-327'],
  title: 'Broken or weak cipher',
  severity: 'high',
  rationale: 'What an outdated cipher or the ECB mode encrypts can be read or recognised without the key.',
  remediation: 'Encrypt with AES in an authenticated mode such as GCM.',
  references: [
    'https://cwe.mitre.org/data/definitions/327.html',
    'https://cryptography.io/en/latest/hazmat/primitives/symmetric-encryption/',
  ],
  stage: 'stable',

  check: ({ calls }, report) => {
    for (const call of calls) {
      const name = calleeName(call);
      const cipher = weakCipher(name)?.cipher;
      if (cipher !== undefined) {
        report(call.at, { message: `The cipher ${cipher} is broken or too weak.`, confidence: 'high' });
      } else if (isElectronicCodebook(call, name)) {
        report(call.at, {
          message: 'The ECB mode encrypts equal blocks to equal blocks.',
          confidence: 'high',
        });
      }
    }
  },
};

function isElectronicCodebook(call: CallFact, name: string): boolean {
  if (endsWithName(name, 'modes.ECB')) return true;
  if (blockCipher(name) === undefined) return false;
  const mode = call.argument(1, 'mode');
  // PyCrypto's default; PyCryptodome refuses to do without a mode.
  if (call.arguments.length === 1 && !call.hasSpread) return true;
  return (
    (mode?.name !== undefined && /(?:^|\.)MODE_ECB$/.test(mode.name)) ||
    textOf(mode) === 'ECB' ||
    mode?.constant?.value === 1
  );
}
