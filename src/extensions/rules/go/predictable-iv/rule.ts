import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { definitionOf } from '#engine/analysis/judges/surroundings.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/** Calls that take an initial value, and where. */
const TAKERS: Readonly<Record<string, number>> = {
  'crypto/cipher.NewCBCEncrypter': 1,
  'crypto/cipher.NewCTR': 1,
  'crypto/cipher.NewCFBEncrypter': 1,
  'crypto/cipher.NewOFB': 1,
  'crypto/cipher.NewGCM().Seal': 1,
  'crypto/cipher.AEAD.Seal': 1,
  'chacha20poly1305.New().Seal': 1,
};

export const rule: Rule = {
  id: 'go/predictable-iv',
  languages: ['go'],
  cwes: ['CWE-329', 'CWE-1204', 'CWE-323'],
  title: 'Fixed initial value of a cipher',
  severity: 'high',
  rationale:
    'With one initial value for all messages, equal beginnings show, and some modes give up the key or the text.',
  remediation: 'Draw a new initial value for each message with crypto/rand and send it along.',
  references: [
    'https://cwe.mitre.org/data/definitions/329.html',
    'https://cwe.mitre.org/data/definitions/1204.html',
    'https://cwe.mitre.org/data/definitions/323.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const position = TAKERS[calleeName(call)];
      if (position === undefined) continue;
      const given = call.arguments[position];
      if (given === undefined) continue;
      if (given.value.isFixed === true || isEmpty(facts, call, given.argument.value)) {
        report(call.at, {
          message: 'The initial value of the cipher is the same for every message.',
          confidence: 'high',
        });
      } else if (isPartOfKey(given.argument.value)) {
        report(call.at, { message: 'The initial value of the cipher is a part of the key.', confidence: 'high' });
      }
    }
  },
};

/** `iv := make([]byte, 16)` that nothing fills. */
function isEmpty(facts: ModuleFacts, call: CallFact, argument: Expression): boolean {
  const made = definitionOf(facts, argument);
  if (made.kind !== 'call' || made.callee.kind !== 'name' || made.callee.name !== 'make') return false;
  if (argument.kind !== 'name' || call.within === undefined) return true;
  const name = argument.name;
  const text = facts.codeAt(call.within.function.at);
  const uses = text.split(new RegExp(`\\b${name}\\b`)).length - 1;
  // Where it is made and where it is passed; any further use may fill it.
  return uses <= 2;
}

/** `key[:aes.BlockSize]` */
function isPartOfKey(argument: Expression): boolean {
  return argument.kind === 'index' && argument.index.kind === 'slice' && /key$/i.test(writtenName(argument.object));
}
