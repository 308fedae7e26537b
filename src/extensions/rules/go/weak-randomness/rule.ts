import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { isHarmlessRandom } from '#engine/analysis/judges/random-purpose.ts';
import { ancestorsOf, usesOf } from '#engine/analysis/judges/surroundings.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { purposeOf } from './purpose-of.ts';

const METHODS =
  /^(?:math\/|math|m)?rand\.(?:New\(\)\.|NewSource\(\)\.)?(?:Int|Intn|IntN|N|Int31|Int31n|Int32|Int32N|Int63|Int63n|Int64|Int64N|Uint32|Uint64|Float32|Float64|Perm|Read|Shuffle)$/;
/** Names of collections of characters. */
const ALPHABET = /char|letter|alphabet|digits|symbols|runes|pool|charset|bytes/i;

export const rule: Rule = {
  id: 'go/weak-randomness',
  languages: ['go'],
  cwes: ['CWE-338', 'CWE-330', 'CWE-335'],
  title: 'Predictable random value',
  severity: 'high',
  rationale:
    'The package math/rand is made for simulations: who has seen some of its values can compute the next ones.',
  remediation: 'Draw secrets with crypto/rand.',
  references: [
    'https://cwe.mitre.org/data/definitions/338.html',
    'https://cwe.mitre.org/data/definitions/330.html',
    'https://cwe.mitre.org/data/definitions/335.html',
    'https://pkg.go.dev/crypto/rand',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<string>();
    for (const call of facts.calls) {
      if (!isMathRandom(facts, call)) continue;
      const around = call.within?.function.name ?? '';
      if (isHarmlessRandom([...usesOf(facts, call.expression).names, around])) continue;
      const purpose = purposeOf(facts, call);
      const isText = picksCharacters(facts, call);
      if (purpose === undefined && !isText) continue;
      const key = `${around}:${purpose ?? ''}`;
      if (seen.has(key)) continue;
      seen.add(key);
      report(
        call.at,
        purpose === undefined
          ? {
              message: 'A random text is put together by a generator that can be predicted.',
              confidence: 'medium',
            }
          : { message: `The value for '${purpose}' comes from a generator that can be predicted.`, confidence: 'high' },
      );
    }
  },
};

function isMathRandom(facts: ModuleFacts, call: CallFact): boolean {
  const name = calleeName(call);
  if (!METHODS.test(name)) return false;
  if (name.startsWith('m')) return true;
  // Without imports: what only one of the two packages has.
  if (name.endsWith('.Read') || (name.endsWith('.Int') && call.arguments.length > 0)) return false;
  return !/"crypto\/rand"/.test(facts.codeText);
}

function picksCharacters(facts: ModuleFacts, call: CallFact): boolean {
  for (const node of ancestorsOf(facts, call.expression)) {
    if (node.kind === 'function' || node.kind === 'assign') return false;
    if (node.kind === 'index') return ALPHABET.test(writtenName(node.object));
  }
  return false;
}
