import { countWork } from '#engine/analysis/rule-work.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { isHarmlessRandom, randomPurpose } from '#engine/analysis/judges/random-purpose.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { ancestorsOf, usesOf } from '#engine/analysis/judges/surroundings.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Report, Rule, TextEdit } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'java/weak-randomness',
  languages: ['java'],
  cwes: ['CWE-338', 'CWE-330', 'CWE-335'],
  title: 'Predictable random value',
  severity: 'high',
  rationale: 'Random is made for games and simulations: who has seen some of its values can compute the next ones.',
  remediation: 'Draw secrets with java.security.SecureRandom, without a seed of your own.',
  references: [
    'https://cwe.mitre.org/data/definitions/338.html',
    'https://cwe.mitre.org/data/definitions/330.html',
    'https://cwe.mitre.org/data/definitions/335.html',
    'https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/security/SecureRandom.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<string>();
    for (const call of facts.calls) {
      const [name = ''] = call.names;
      if (/SecureRandom\.setSeed$/.test(name) || (/(?:^|\.)SecureRandom$/.test(name) && call.arguments.length > 0))
        checkSeed(call, report);
      checkClock(facts, call, report);
      if (!isDraw(call)) continue;
      const uses = usesOf(facts, call.expression);
      const names = [...uses.names, uses.within, ...outerNames(call), ...sinksOf(call)];
      if (isHarmlessRandom(names)) continue;
      const purpose = randomPurpose(names);
      if (purpose === undefined || seen.has(uses.within)) continue;
      seen.add(uses.within);
      const fix = fixOf(facts, call);
      report(call.at, {
        message: `The value for '${purpose}' comes from a generator that can be predicted.`,
        confidence: 'high',
        ...(fix.length > 0 && { fix }),
      });
    }
  },
};

/** A value of a generator that is not made for secrets. */
function isDraw({ names: [name = ''], expression }: CallFact): boolean {
  if (/(?:^|\.)Math\.random$/.test(name)) return true;
  if (/(?:^|\.)SplittableRandom\.next\w+$/.test(name)) return true;
  if (/(?:^|\.)RandomStringUtils\.random\w*$/.test(name)) return true;
  if (/^java\.util\.Random\.(?:next\w+|ints|longs)$/.test(name)) return true;
  const { callee } = expression;
  return (
    callee.kind === 'member' &&
    /^\*\.next(?:Int|Bytes|Long|Double)$/.test(name) &&
    /^(?:random|rand|rnd)$/.test(lastName(callee.object))
  );
}

/** `sha256(email + System.currentTimeMillis())` for a token: whoever knows the hour tries them all. */
function checkClock(facts: ModuleFacts, call: CallFact, report: Report): void {
  if (!/(?:^|\.)System\.(?:currentTimeMillis|nanoTime)$/.test(call.names[0] ?? '')) return;
  const outer = [...ancestorsOf(facts, call.expression)].find((one) => !/^(?:binary|call|member|cast)$/.test(one.kind));
  const named =
    outer?.kind === 'assign'
      ? lastName(outer.targets[0])
      : outer?.kind === 'return'
        ? (call.within?.function.name ?? '')
        : '';
  if (
    !/(?:token|session_?id|secret|password|otp|nonce|api_?key)$/i.test(named) ||
    /expir|valid|age|time|issued|last|until/i.test(named)
  )
    return;
  const text = outer === undefined ? '' : facts.codeAt(outer.at);
  if (/[sS]ecure|UUID|sign|encrypt|[<>]|Date\b|\/\s*\d/.test(text)) return;
  report(call.at, { message: `The value for '${named}' is made of the time.`, confidence: 'medium' });
}

function outerNames({ within }: CallFact): readonly string[] {
  const names: string[] = [];
  for (let at = within; at !== undefined && names.length < 4; at = at.outer) names.push(at.function.name);
  return names;
}

/** What the bytes are put into: `random.nextBytes(salt)`. */
function sinksOf({ expression }: CallFact): readonly string[] {
  return expression.arguments.map(({ value }) => lastName(value));
}

function checkSeed(call: CallFact, report: Report): void {
  const seed = call.argument(0);
  const isClock =
    /currentTimeMillis|nanoTime/.test(seed?.name ?? '') ||
    seed?.traits.some((trait) => /currentTimeMillis|nanoTime/.test(trait)) === true;
  if (seed === undefined || (seed.isFixed !== true && seed.constant === undefined && !isClock)) return;
  if (seed.form === 'list' && seed.isFixed !== true) return;
  report(call.at, {
    message: 'The generator of secrets begins with a seed that can be guessed.',
    confidence: 'medium',
  });
}

/** `new Random()` becomes `new java.security.SecureRandom()`, which is a `Random`. */
function fixOf(facts: ModuleFacts, { receiver }: CallFact): readonly TextEdit[] {
  if (receiver?.name !== 'java.util.Random') return [];
  countWork(facts.calls.length);
  const made = nodesOf(facts, 'call').filter(
    ({ callee, isNew }) => isNew === true && /^(?:Random)$/.test(lastName(callee)),
  );
  const [only] = made;
  if (made.length !== 1 || only === undefined || only.arguments.length > 0) return [];
  return [{ at: only.at, newText: 'new java.security.SecureRandom()' }];
}
