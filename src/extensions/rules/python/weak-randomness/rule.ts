import { calleeName, endsWithName } from '#engine/analysis/judges/callee-name.ts';
import { numberOf, textOf } from '#engine/analysis/judges/constant-of.ts';
import { isHarmlessRandom, randomPurpose } from '#engine/analysis/judges/random-purpose.ts';
import { definitionOf, usesOf, type Uses } from '#engine/analysis/judges/surroundings.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/** Methods of the Mersenne Twister: 624 outputs give all later ones. */
const METHODS =
  /^(?:random|numpy\.random)\.(?:Random\(\)\.)?(?:random|randint|randrange|choice|choices|sample|shuffle|getrandbits|randbytes|uniform|triangular|normalvariate|lognormvariate|gauss|betavariate|expovariate|gammavariate|vonmisesvariate|paretovariate|weibullvariate|rand|bytes)$/;
/** Those that pick from what they are given. */
const PICKS = /\.(?:choice|choices|sample|shuffle)$/;

const SHORT_BYTES = 8;

export const rule: Rule = {
  id: 'python/weak-randomness',
  languages: ['python'],
  cwes: ['CWE-338', 'CWE-330', 'CWE-335'],
  title: 'Predictable random value',
  severity: 'high',
  rationale: 'The random module is made for simulations: who has seen some of its values can compute the next ones.',
  remediation: 'Draw secrets with the secrets module or random.SystemRandom.',
  references: [
    'https://cwe.mitre.org/data/definitions/338.html',
    'https://cwe.mitre.org/data/definitions/330.html',
    'https://cwe.mitre.org/data/definitions/335.html',
    'https://docs.python.org/3/library/secrets.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = calleeName(call);
      if (METHODS.test(name)) checkTwister(facts, call, name);
      else if (endsWithName(name, 'uuid.uuid1') || endsWithName(name, 'uuid.uuid3')) {
        const purpose = purposeOf(usesOf(facts, call.expression));
        if (purpose === undefined) continue;
        report(call.at, {
          message: `The identifier for '${purpose}' is made from what is public.`,
          confidence: 'medium',
        });
      } else if (/(?:^|\.)(?:secrets\.token_(?:bytes|hex|urlsafe)|os\.urandom|get_random_bytes)$/.test(name)) {
        const size = numberOf(call.argument(0, 'nbytes'));
        const purpose =
          size === undefined || size >= SHORT_BYTES ? undefined : purposeOf(usesOf(facts, call.expression));
        if (purpose === undefined || size === undefined) continue;
        report(call.at, { message: `Only ${size * 8} bits are drawn for '${purpose}'.`, confidence: 'medium' });
      } else if (endsWithName(name, 'random.seed') && call.argument(0, 'a') !== undefined) {
        const purpose = purposeOf(usesOf(facts, call.expression));
        if (purpose === undefined) continue;
        report(call.at, { message: `The generator of '${purpose}' starts from a seed.`, confidence: 'low' });
      }
    }

    function checkTwister(moduleFacts: ModuleFacts, call: CallFact, name: string): void {
      const uses = usesOf(moduleFacts, call.expression);
      if (isHarmlessRandom([...uses.names, uses.within])) return;
      const isPick = PICKS.test(name);
      const picksText = isPick && isAlphabet(moduleFacts, call);
      const purpose = isPick && !picksText ? undefined : purposeOf(uses);
      const written = moduleFacts.textAt(call.expression.callee.at);
      const fix = /^random\.\w+$/.test(written)
        ? [{ at: call.expression.callee.at, newText: written.replace('random.', 'random.SystemRandom().') }]
        : [];
      if (purpose !== undefined) {
        report(call.at, {
          message: `The value for '${purpose}' comes from a generator that can be predicted.`,
          confidence: 'high',
          ...(fix.length > 0 && { fix }),
        });
      } else if (picksText && (uses.isReturned || call.isInLoop)) {
        report(call.at, {
          message: 'A random text is put together by a generator that can be predicted.',
          confidence: 'medium',
          ...(fix.length > 0 && { fix }),
        });
      }
    }
  },
};

function purposeOf({ names, within }: Uses): string | undefined {
  return randomPurpose([...names, within]);
}

/** Whether characters are picked: `string.ascii_letters`, `'0123456789'`, a name that says so. */
function isAlphabet(facts: ModuleFacts, call: CallFact): boolean {
  const pool = call.arguments[0];
  if (pool === undefined) return false;
  if ((textOf(pool.value)?.length ?? 0) >= 8 || /(?:^|\.)string\.\w+$/.test(pool.value.name ?? '')) return true;
  const written =
    `${facts.textAt(pool.argument.value.at)} ${facts.textAt(definitionOf(facts, pool.argument.value).at)}`.slice(
      0,
      400,
    );
  return /\bascii_|\bdigits\b|\bhexdigits\b|\brange\(|\bletters\b|alphabet|chars|characters|['"][a-z0-9]{10,}/i.test(
    written,
  );
}
