import { calleeName, endsWithName } from '#engine/analysis/judges/callee-name.ts';
import type { CallFact } from '#engine/analysis/facts.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';

/** Constructors of ciphers with short keys, short blocks or biased streams, by the end of their names. */
const WEAK: readonly (readonly [callee: string, cipher: string])[] = [
  ['DES.new', 'DES'],
  ['DES3.new', 'Triple DES'],
  ['ARC2.new', 'RC2'],
  ['ARC4.new', 'RC4'],
  ['Blowfish.new', 'Blowfish'],
  ['CAST.new', 'CAST-128'],
  ['XOR.new', 'XOR'],
  ['algorithms.ARC4', 'RC4'],
  ['algorithms.TripleDES', 'Triple DES'],
  ['algorithms.Blowfish', 'Blowfish'],
  ['algorithms.IDEA', 'IDEA'],
  ['algorithms.CAST5', 'CAST-128'],
  ['algorithms.SEED', 'SEED'],
  ['pyDes.des', 'DES'],
  ['pyDes.triple_des', 'Triple DES'],
];

const CONSTRUCTORS: readonly string[] = ['AES.new', 'DES.new', 'DES3.new', 'Blowfish.new', 'CAST.new', 'ARC2.new'];

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
      const cipher = WEAK.find(([callee]) => endsWithName(name, callee))?.[1];
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
  if (!CONSTRUCTORS.some((constructor) => endsWithName(name, constructor))) return false;
  const mode = call.argument(1, 'mode');
  return (
    (mode?.name !== undefined && /(?:^|\.)MODE_ECB$/.test(mode.name)) ||
    textOf(mode) === 'ECB' ||
    mode?.constant?.value === 1
  );
}
