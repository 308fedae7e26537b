import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { isHarmlessRandom, randomPurpose } from '#engine/analysis/judges/random-purpose.ts';
import { ancestorsOf, usesOf } from '#engine/analysis/judges/surroundings.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'javascript/weak-randomness',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-338', 'CWE-330'],
  title: 'Predictable random value',
  severity: 'high',
  rationale: 'Math.random is made for games and graphics: who has seen some of its values can compute the next ones.',
  remediation: 'Draw secrets with crypto.randomBytes, crypto.randomUUID or crypto.getRandomValues.',
  references: [
    'https://cwe.mitre.org/data/definitions/338.html',
    'https://cwe.mitre.org/data/definitions/330.html',
    'https://nodejs.org/api/crypto.html#cryptorandombytessize-callback',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<string>();
    for (const call of facts.calls) {
      if (!isMathRandom(call.expression)) continue;
      const uses = usesOf(facts, call.expression);
      const names = [...uses.names, uses.within, ...enclosingNames(facts, call)];
      if (isHarmlessRandom(names)) continue;
      const purpose = randomPurpose(names);
      if (purpose === undefined) {
        const isText = picksCharacters(facts, call);
        if (!isText || seen.has(uses.within)) continue;
        seen.add(uses.within);
        report(call.at, {
          message: 'A random text is put together by a generator that can be predicted.',
          confidence: isGenerator(uses.within) ? 'medium' : 'low',
        });
        continue;
      }
      if (seen.has(`${uses.within}:${purpose}`)) continue;
      seen.add(`${uses.within}:${purpose}`);
      report(call.at, {
        message: `The value for '${purpose}' comes from a generator that can be predicted.`,
        confidence: 'high',
      });
    }
  },
};

function isMathRandom(expression: Expression): boolean {
  return expression.kind === 'call' && /^(?:window\.|globalThis\.)?Math\.random$/.test(writtenName(expression.callee));
}

/** Names of the functions and entries around, for a generator that is an anonymous function. */
function enclosingNames(facts: ModuleFacts, call: CallFact): readonly string[] {
  const names: string[] = [];
  for (const node of ancestorsOf(facts, call.expression)) {
    if (node.kind !== 'function') continue;
    if (node.function.name !== '') names.push(node.function.name);
    if (names.length > 0) break;
  }
  return names;
}

/** `chars.charAt(Math.floor(Math.random() * n))`, `Math.random().toString(36)`. */
function picksCharacters(facts: ModuleFacts, call: CallFact): boolean {
  for (const node of ancestorsOf(facts, call.expression)) {
    if (node.kind === 'function' || node.kind === 'assign') return false;
    if (node.kind === 'call' && node.callee.kind === 'member') {
      if (node.callee.property === 'charAt') return true;
      const radix = node.arguments[0]?.value;
      if (
        node.callee.property === 'toString' &&
        radix?.kind === 'literal' &&
        (radix.value === 36 || radix.value === 16)
      )
        return true;
    }
    if (node.kind === 'index' && /chars|alphabet|letters|possible|pool|charset|digits/i.test(writtenName(node.object)))
      return true;
  }
  return false;
}

function isGenerator(name: string): boolean {
  return /rand|gen|uid|uuid|id$|code|key|string/i.test(name) && !/guid|css|class|element|dom|node/i.test(name);
}
