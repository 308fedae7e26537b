import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { usesOf } from '#engine/analysis/judges/surroundings.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import type { FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';

const COUNTS =
  /^(?:n|total|count|size|length|num|number|denominator|divisor)$|(?:_count|_total|_size|_length|^total_\w+|^num_\w+|^count_\w+)$/;

export const rule: Rule = {
  id: 'python/division-by-zero',
  languages: ['python'],
  cwes: ['CWE-369'],
  title: 'Division by a number from outside',
  severity: 'low',
  rationale: 'A zero from outside ends the request with an exception.',
  remediation: 'Refuse zero before dividing.',
  references: ['https://cwe.mitre.org/data/definitions/369.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = calleeName(call);
      if (name !== 'int' && name !== 'float' && name !== 'len' && name !== 'Decimal') continue;
      const source = call.argument(0)?.taints.find(({ kind }) => kind === 'remote');
      if (source === undefined || call.isInTry) continue;
      const { roles } = usesOf(facts, call.expression);
      if (!roles.has('divisor') || roles.has('compared')) continue;
      report(call.at, {
        message: `Something is divided by the number from ${source.what}.`,
        confidence: 'medium',
        taint: source,
      });
    }
    if (!nodesOf(facts, 'binary').some(({ operator }) => operator === '/' || operator === '//')) return;
    for (const made of facts.functions) checkParameters(facts, made, report);
  },
};

/** A function that only divides its parameters: nothing in it has looked at them. */
function checkParameters(facts: ModuleFacts, { function: made, route }: FunctionFact, report: Report): void {
  if (route !== undefined || made.isMethod) return;
  let tested: ReadonlySet<string> | undefined;
  for (const node of walk(made.body, { intoFunctions: false })) {
    if (node.kind !== 'binary' || (node.operator !== '/' && node.operator !== '//') || node.right.kind !== 'name')
      continue;
    const name = lastName(node.right);
    if (
      !COUNTS.test(name) ||
      !made.parameters.some((parameter) => parameter.name === name && parameter.default === undefined)
    )
      continue;
    tested ??= testedNames(facts.codeAt(made.at));
    if (tested === undefined) return;
    const isOnlyThat = made.body.filter(({ kind }) => kind !== 'evaluate').length <= 1;
    if (tested.has(name)) continue;
    report(node.at, {
      message: `Nothing rules out that '${name}' is zero.`,
      confidence: isOnlyThat ? 'medium' : 'low',
    });
    return;
  }
}

/** Words that follow a condition in a line; `undefined` when an exception or a lower bound sees to every division. */
function testedNames(text: string): ReadonlySet<string> | undefined {
  if (/\bexcept\b|max\(/.test(text)) return undefined;
  const names = new Set<string>();
  for (const line of text.split('\n')) {
    const from = line.search(/\b(?:if|assert|while|or|and)\b/);
    if (from === -1) continue;
    const [, ...words] = line.slice(from).match(/\w+/g) ?? [];
    for (const word of words) names.add(word);
  }
  return names;
}
