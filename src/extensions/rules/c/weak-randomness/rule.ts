import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import type { CallExpression } from '#engine/analysis/ir.ts';
import { isHarmlessRandom, randomPurpose } from '#engine/analysis/judges/random-purpose.ts';
import { ancestorsOf, usesOf } from '#engine/analysis/judges/surroundings.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';
import { engineDraws } from './engine-draws.ts';
import { ownGenerators } from './own-generators.ts';
import { predictableIds } from './predictable-id.ts';

export const rule: Rule = {
  id: 'c/weak-randomness',
  languages: ['c', 'cpp'],
  cwes: ['CWE-338', 'CWE-330', 'CWE-335'],
  title: 'Predictable random value',
  severity: 'high',
  rationale:
    "'rand' and its kin are made for simulations: who knows the seed or some of the values can compute the others.",
  remediation: 'Draw secrets with getrandom, RAND_bytes or arc4random_buf.',
  references: [
    'https://cwe.mitre.org/data/definitions/338.html',
    'https://cwe.mitre.org/data/definitions/330.html',
    'https://cwe.mitre.org/data/definitions/335.html',
    'https://wiki.sei.cmu.edu/confluence/display/c/MSC30-C.+Do+not+use+the+rand%28%29+function+for+generating+pseudorandom+numbers',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const own = ownGenerators(facts);
    for (const call of facts.calls) {
      const finding = judge(facts, call, own);
      if (finding !== undefined) report(call.at, finding);
    }
    for (const { at, name } of predictableIds(facts))
      report(at, {
        message: `What is made for '${name}' follows from a clock, a counter or the number of the process.`,
        confidence: 'medium',
        cwes: ['CWE-330'],
      });
    for (const draw of engineDraws(facts)) {
      const finding = judgeUse(facts, draw);
      if (finding !== undefined) report(draw.at, finding);
    }
  },
};

const GENERATORS =
  /^(?:rand|random|rand_r|random_r|drand48|erand48|lrand48|nrand48|mrand48|jrand48|g_random_int|g_random_int_range|qrand)$/;

function judge(facts: ModuleFacts, call: CallFact, own: ReadonlySet<string>): RuleFinding | undefined {
  const isGenerator = GENERATORS.test(methodName(call)) || own.has(methodName(call));
  if (!isGenerator || !/^(?:std\.)?\w+$/.test(writtenName(call.expression.callee))) return undefined;
  return judgeUse(facts, call.expression);
}

function judgeUse(facts: ModuleFacts, drawn: CallExpression): RuleFinding | undefined {
  const { names, within } = usesOf(facts, drawn);
  const around = [...ancestorsOf(facts, drawn)].flatMap((node) => (node.kind === 'class' ? [node.class.name] : []));
  const all = [...names, within, ...around];
  const purpose = randomPurpose(all);
  if (purpose === undefined || isHarmlessRandom(all)) return undefined;
  return { message: `The value for '${purpose}' comes from a generator that can be predicted.`, confidence: 'high' };
}
