import type { FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Taint } from '#engine/analysis/value.ts';

export const rule: Rule = {
  id: 'python/unbounded-size',
  languages: ['python'],
  cwes: ['CWE-400', 'CWE-770'],
  title: 'Amount of work chosen by a request',
  severity: 'medium',
  rationale: 'A request that chooses how often a loop runs or how much is allocated can keep the server busy for ever.',
  remediation: 'Compare the number with an upper limit first.',
  references: ['https://cwe.mitre.org/data/definitions/400.html', 'https://cwe.mitre.org/data/definitions/770.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const { kind, taints, call, callee, at, within } of facts.sinks) {
      if (kind !== 'number') continue;
      const outside = surestTaint(taints, { remote: 'medium' });
      if (outside === undefined || isCompared(facts, within, outside.taint)) continue;
      report(at, {
        message: `${atBeginning(outside.taint.what)} decides over the amount of work of '${call === undefined ? callee : methodName(call)}'.`,
        confidence: outside.confidence,
        taint: outside.taint,
      });
    }
  },
};

/** Whether the function around it compares the number with some limit. */
function isCompared({ compares }: ModuleFacts, within: FunctionFact | undefined, { source }: Taint): boolean {
  return compares.some(
    ({ expression, left, right, within: place }) =>
      place === within &&
      /^[<>]=?$/.test(expression.operator) &&
      [left, right].some(({ taints }) => taints.some((taint) => taint.source === source)),
  );
}
