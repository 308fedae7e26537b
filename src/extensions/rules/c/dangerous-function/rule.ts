import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { sizedArray } from '#engine/analysis/judges/sized-array.ts';
import { standsAlone } from '#engine/analysis/judges/stands-alone.ts';
import type { Rule, RuleFinding, TextEdit } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/dangerous-function',
  languages: ['c', 'cpp'],
  cwes: ['CWE-242', 'CWE-676'],
  title: 'Function that cannot be used safely',
  severity: 'high',
  rationale: "'gets' reads a line of any length into a buffer whose size it does not know.",
  remediation: 'Read lines with fgets and the size of the buffer.',
  references: [
    'https://cwe.mitre.org/data/definitions/242.html',
    'https://cwe.mitre.org/data/definitions/676.html',
    'https://wiki.sei.cmu.edu/confluence/display/c/MSC24-C.+Do+not+use+deprecated+or+obsolescent+functions',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const finding = judge(facts, call);
      if (finding !== undefined) report(call.at, finding);
    }
  },
};

const UNSAFE: ReadonlySet<string> = new Set(['gets', '_getws', 'getws']);

function judge(facts: ModuleFacts, call: CallFact): RuleFinding | undefined {
  const name = methodName(call);
  const { callee } = call.expression;
  if (callee.kind !== 'name' || !UNSAFE.has(name) || call.arguments.length !== 1) return undefined;
  // One of the program's own is what its code does.
  if (facts.functions.some(({ function: made }) => made.name === name)) return undefined;
  const fix = fixOf(facts, call);
  return {
    message: `'${name}' writes past the end of its buffer when a line is longer.`,
    confidence: 'high',
    ...(fix.length > 0 && { fix }),
  };
}

/**
 * Only an array knows its own size. `fgets` leaves the line break in, which is taken out where a statement can be put in place of
 * the call.
 */
function fixOf(facts: ModuleFacts, found: CallFact): readonly TextEdit[] {
  const {
    arguments: [given],
    expression,
    at,
  } = found;
  const array = given === undefined ? undefined : sizedArray(facts, given.argument.value);
  if (array === undefined || expression.callee.kind !== 'name' || expression.callee.name !== 'gets') return [];
  const call = `fgets(${array.text}, sizeof(${array.text}), stdin)`;
  const isAlone = standsAlone(facts, at);
  // Below an `if` without braces, another one would take its `else`; and nobody would see that nothing was read.
  if (!isAlone && found.isResultUnused) return [];
  if (!isAlone) return [{ at, newText: call }];
  if (!HEADERS.some((name) => facts.imports.has(name)))
    return [{ at, newText: `if (${call} == NULL) ${array.text}[0] = '\\0'` }];
  const cut = `${array.text}[strcspn(${array.text}, "\\n")] = '\\0'`;
  return [{ at, newText: `if (${call} != NULL) ${cut}` }];
}

/** Where `strcspn` is declared. */
const HEADERS = ['string.h', 'cstring'];
