import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { CallExpression } from '#engine/analysis/ir.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

/** Engines of C++ and its libraries whose state follows from some of the values. */
const ENGINE =
  /(?:^|::)(?:mt19937|mt19937_64|mt11213b|default_random_engine|minstd_rand0?|knuth_b|ranlux\w*|taus88|rand48|hellekalek1995|linear_congruential_engine|mersenne_twister_engine|subtract_with_carry_engine)$/;
/** Calls that draw from an engine they are given. */
const DRAWING = /^(?:shuffle|sample|random_shuffle|ranges\.shuffle|generate_canonical|RandomShuffle)$/;

/** Calls that draw a value from an engine that can be predicted: `pick(engine)`, `engine()`, `std::shuffle(…, engine)`. */
export function engineDraws(facts: ModuleFacts): readonly CallExpression[] {
  const engines = new Set<string>();
  const secure = new Set<string>();
  const distributions = new Set<string>();
  const add = (name: string, type: string | undefined): void => {
    if (type === undefined) return;
    if (ENGINE.test(type)) engines.add(name);
    else if (/random_device$/.test(type)) secure.add(name);
    else if (/_distribution$|^std::uniform_\w+$/.test(type)) distributions.add(name);
  };
  for (const { name, type } of nodesOf(facts, 'declare')) add(name, type?.name);
  for (const { function: one } of facts.functions) for (const { name, type } of one.parameters) add(name, type?.name);
  // One name for both: nobody can tell which is meant.
  for (const name of secure) engines.delete(name);
  if (engines.size === 0) return [];
  return nodesOf(facts, 'call').filter(({ callee, arguments: given, isNew }) => {
    if (isNew === true && !given.some(({ value }) => engines.has(lastName(value)))) return false;
    if (engines.has(lastName(callee)) && callee.kind !== 'call') return given.length === 0;
    const takes = given.some(({ value }) => value.kind !== 'call' && engines.has(lastName(value)));
    if (!takes) return false;
    // `std::uniform_int_distribution<int>(0, 9)(engine)`
    if (callee.kind === 'call') return /_distribution$/.test(lastName(callee.callee));
    return distributions.has(lastName(callee)) || DRAWING.test(lastName(callee));
  });
}
