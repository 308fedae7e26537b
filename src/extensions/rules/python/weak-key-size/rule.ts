import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { numberOf } from '#engine/analysis/judges/constant-of.ts';
import { calleeTable } from '#engine/analysis/judges/callee-table.ts';
import type { CallFact } from '#engine/analysis/facts.ts';
import type { ArgumentName } from '#engine/analysis/framework.ts';
import type { Rule } from '#engine/analysis/rule.ts';

interface Generator {
  readonly callee: string;
  readonly algorithm: string;
  readonly size: readonly ArgumentName[];
}

/** Key generators that take a size in bits, by the end of their names. */
const keyGenerator = calleeTable<Generator>([
  { callee: 'RSA.generate', algorithm: 'RSA', size: [0, 'bits'] },
  { callee: 'DSA.generate', algorithm: 'DSA', size: [0, 'bits'] },
  { callee: 'ElGamal.generate', algorithm: 'ElGamal', size: [0, 'bits'] },
  { callee: 'rsa.generate_private_key', algorithm: 'RSA', size: [1, 'key_size'] },
  { callee: 'dsa.generate_private_key', algorithm: 'DSA', size: [0, 'key_size'] },
  { callee: 'dsa.generate_parameters', algorithm: 'DSA', size: [0, 'key_size'] },
  { callee: 'dh.generate_parameters', algorithm: 'Diffie-Hellman', size: [1, 'key_size'] },
  { callee: 'RSAKey.generate', algorithm: 'RSA', size: [0, 'bits'] },
  { callee: 'DSSKey.generate', algorithm: 'DSA', size: [0, 'bits'] },
  { callee: 'rsa.newkeys', algorithm: 'RSA', size: [0, 'nbits'] },
  { callee: 'RSA.gen_key', algorithm: 'RSA', size: [0] },
]);

/** Size that NIST SP 800-57 asks for at least. */
const MINIMUM = 2048;
/** A number this small is no size in bits. */
const SMALLEST = 128;

/** Elliptic curves of less than 224 bits. */
const CURVES = /(?:^|\.)(?:SECP160R1|SECP192R1|SECT163K1|SECT163R2|NIST192p|BRAINPOOLP160r1)(?:\(\))?$/i;

export const rule: Rule = {
  id: 'python/weak-key-size',
  languages: ['python'],
  cwes: ['CWE-326'],
  title: 'Key that is too short',
  severity: 'medium',
  rationale: 'A short key can be computed from what is public.',
  remediation: 'Generate RSA and DSA keys of at least 2048 bits, or use a curve of at least 256 bits.',
  references: ['https://cwe.mitre.org/data/definitions/326.html', 'https://csrc.nist.gov/pubs/sp/800/57/pt1/r5/final'],
  stage: 'stable',

  check: ({ calls }, report) => {
    for (const call of calls) {
      const name = calleeName(call);
      const generator =
        keyGenerator(name) ?? (name.endsWith('RSA.generate') ? keyGenerator('RSA.generate') : undefined);
      if (generator !== undefined) {
        const size = numberOf(call.argument(...generator.size));
        const standard = size === undefined ? defaultOf(call, generator.size) : undefined;
        if (standard !== undefined && standard >= SMALLEST && standard < MINIMUM) {
          report(call.at, {
            message: `The ${generator.algorithm} key has ${standard} bits unless the caller says otherwise.`,
            confidence: 'medium',
          });
          continue;
        }
        if (size === undefined || size < SMALLEST || size >= MINIMUM) continue;
        const index = call.arguments.findIndex(({ value }) => numberOf(value) === size);
        const literal = call.arguments[index]?.argument.value;
        report(call.at, {
          message: `The ${generator.algorithm} key has ${size} bits.`,
          confidence: 'high',
          ...(literal?.kind === 'literal' && { fix: [{ at: literal.at, newText: String(MINIMUM) }] }),
        });
      } else if (/generate_private_key$|SigningKey\.generate$|ECC\.generate$/.test(name)) {
        const curve = call.argument(0, 'curve');
        const curveName = curve?.name ?? (typeof curve?.constant?.value === 'string' ? curve.constant.value : '');
        if (CURVES.test(curveName))
          report(call.at, { message: 'The elliptic curve has less than 224 bits.', confidence: 'high' });
      }
    }
  },
};

/** The size that a parameter of the function around has by default. */
function defaultOf(call: CallFact, names: readonly ArgumentName[]): number | undefined {
  const value = call.argument(...names);
  const written = call.arguments.find((one) => one.value === value)?.argument.value;
  if (written?.kind !== 'name') return undefined;
  const standard = call.within?.function.parameters.find(({ name }) => name === written.name)?.default;
  return standard?.kind === 'literal' && typeof standard.value === 'number' ? standard.value : undefined;
}
