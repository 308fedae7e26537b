import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { definitionOf } from '#engine/analysis/judges/surroundings.ts';
import { calleeTable } from '#engine/analysis/judges/callee-table.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { ArgumentName } from '#engine/analysis/framework.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

interface Taker {
  readonly callee: string;
  readonly vector: readonly ArgumentName[];
}

/** What takes an initialisation vector or a nonce, by the end of its name. */
const vectorTaker = calleeTable<Taker>([
  { callee: 'AES.new', vector: [2, 'iv', 'IV', 'nonce'] },
  { callee: 'DES.new', vector: [2, 'iv', 'IV', 'nonce'] },
  { callee: 'DES3.new', vector: [2, 'iv', 'IV', 'nonce'] },
  { callee: 'Blowfish.new', vector: [2, 'iv', 'IV', 'nonce'] },
  { callee: 'ChaCha20.new', vector: ['nonce'] },
  { callee: 'ChaCha20_Poly1305.new', vector: ['nonce'] },
  { callee: 'Salsa20.new', vector: ['nonce'] },
  { callee: 'modes.CBC', vector: [0, 'initialization_vector'] },
  { callee: 'modes.CFB', vector: [0, 'initialization_vector'] },
  { callee: 'modes.CFB8', vector: [0, 'initialization_vector'] },
  { callee: 'modes.OFB', vector: [0, 'initialization_vector'] },
  { callee: 'modes.CTR', vector: [0, 'nonce'] },
  { callee: 'modes.GCM', vector: [0, 'initialization_vector'] },
  { callee: 'algorithms.ChaCha20', vector: [1, 'nonce'] },
]);

/** Calls whose result repeats or can be guessed. */
const PREDICTABLE = /^(?:random\.\w+|time\.\w+|datetime\..*|bytes|bytearray)\(\)$/;

export const rule: Rule = {
  id: 'python/predictable-iv',
  languages: ['python'],
  cwes: ['CWE-1204', 'CWE-329'],
  title: 'Predictable initialisation vector',
  severity: 'medium',
  rationale: 'With a vector that repeats, equal texts are encrypted alike, and counter modes give up their key stream.',
  remediation: 'Draw a fresh vector for every message with os.urandom or secrets.token_bytes.',
  references: ['https://cwe.mitre.org/data/definitions/1204.html', 'https://cwe.mitre.org/data/definitions/329.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = calleeName(call);
      const taker = vectorTaker(name);
      const vector = taker && call.argument(...taker.vector);
      if (vector === undefined || isDecryption(call)) continue;
      const written = call.arguments.find(({ value }) => value === vector)?.argument.value;
      if (
        isFixed(vector) ||
        (written !== undefined && isFixedText(definitionOf(facts, written))) ||
        isConstantName(facts, written)
      ) {
        report(call.at, { message: 'The initialisation vector is the same for every message.', confidence: 'high' });
      } else if (vector.name !== undefined && PREDICTABLE.test(vector.name)) {
        report(call.at, { message: 'The initialisation vector can be guessed.', confidence: 'medium' });
      }
    }
  },
};

/** `IV` of another file: a name in capitals is the same in every call. */
function isConstantName(facts: ModuleFacts, written: Expression | undefined): boolean {
  if (written?.kind !== 'name' || !/^[A-Z][A-Z\d_]*$/.test(written.name)) return false;
  return definitionOf(facts, written) === written;
}

function isFixed(vector: Value): boolean {
  if (vector.isFixed === true) return true;
  if (typeof vector.constant?.value === 'string' || typeof vector.constant?.value === 'number') return true;
  if (vector.parts?.every((part) => typeof part === 'string')) return true;
  return vector.origin !== undefined && vector.taints.length === 0 && isFixedText(vector.origin);
}

/** `b'x' * AES.block_size`, `bytes(16)`, `'0' * 16`, and `.encode()` of them. */
function isFixedText(expression: Expression): boolean {
  switch (expression.kind) {
    case 'literal':
      return true;
    case 'binary':
      if (expression.operator === '*') return isText(expression.left) || isText(expression.right);
      return expression.operator === '+' && isFixedText(expression.left) && isFixedText(expression.right);
    case 'call': {
      const { callee } = expression;
      if (callee.kind === 'name' && (callee.name === 'bytes' || callee.name === 'bytearray')) {
        return (
          expression.arguments.length <= 2 &&
          expression.arguments.every(({ value }) => isFixedText(value) || isSize(value))
        );
      }
      return (
        callee.kind === 'member' &&
        (callee.property === 'encode' || callee.property === 'fromhex') &&
        isFixedText(callee.property === 'encode' ? callee.object : (expression.arguments[0]?.value ?? callee))
      );
    }
    case 'sequence':
      return expression.items.every(isFixedText);
    default:
      return false;
  }
}

function isText(expression: Expression): boolean {
  return (
    (expression.kind === 'literal' && typeof expression.value === 'string') ||
    (expression.kind === 'sequence' && expression.items.every(isFixedText))
  );
}

function isSize(expression: Expression): boolean {
  return expression.kind === 'member' && expression.property === 'block_size';
}

/** Whoever decrypts takes the vector as it comes. */
function isDecryption(call: CallFact): boolean {
  return /decrypt/i.test(call.within?.function.name ?? '');
}
