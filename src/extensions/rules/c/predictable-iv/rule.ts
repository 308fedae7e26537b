import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/predictable-iv',
  languages: ['c', 'cpp'],
  cwes: ['CWE-329', 'CWE-1204'],
  title: 'Constant initialisation vector',
  severity: 'medium',
  rationale: 'With the same key and vector equal texts begin alike, and for CTR and GCM one text gives the other away.',
  remediation: 'Draw a new vector with RAND_bytes for each message, and send it along.',
  references: [
    'https://cwe.mitre.org/data/definitions/329.html',
    'https://cwe.mitre.org/data/definitions/1204.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const finding = judge(facts, call);
      if (finding !== undefined) report(call.at, finding);
    }
  },
};

const POSITION: Readonly<Record<string, number>> = {
  EVP_EncryptInit: 3,
  EVP_EncryptInit_ex: 4,
  EVP_EncryptInit_ex2: 3,
  EVP_CipherInit_ex: 4,
  AES_cbc_encrypt: 4,
  mbedtls_aes_crypt_cbc: 3,
};

function judge(facts: ModuleFacts, call: CallFact): RuleFinding | undefined {
  const position = POSITION[methodName(call)];
  const given = position === undefined ? undefined : call.arguments[position]?.argument.value;
  if (given === undefined) return undefined;
  const vector = below(given);
  if (vector.kind === 'literal') {
    if (typeof vector.value !== 'string') return undefined;
    return { message: 'The initialisation vector is constant.', confidence: 'high' };
  }
  if (vector.kind !== 'name') return undefined;
  const declared = nodesOf(facts, 'declare').filter(({ name }) => name === vector.name);
  const [only] = declared;
  if (declared.length !== 1 || only?.type === undefined || only.value === undefined || !isConstant(only.value))
    return undefined;
  // Whatever else is done with it may fill it.
  const reads = nodesOf(facts, 'name').filter((node) => node.name === vector.name);
  const vectors = new Set(
    facts.calls
      .filter((one) => POSITION[methodName(one)] !== undefined)
      .flatMap((one) => one.arguments.map(({ argument }) => below(argument.value).at.start)),
  );
  if (only.type.isConstant !== true && reads.some((node) => !vectors.has(node.at.start))) return undefined;
  return { message: `The initialisation vector '${vector.name}' is constant.`, confidence: 'high' };
}

function below(given: Expression): Expression {
  let at = given;
  for (let count = 0; count < 4 && at.kind === 'cast'; count += 1) at = at.operand;
  return at;
}

function isConstant(value: Expression): boolean {
  if (value.kind === 'literal') return typeof value.value === 'string' || value.value === 0;
  return value.kind === 'sequence' && value.items.every(({ kind }) => kind === 'literal');
}
