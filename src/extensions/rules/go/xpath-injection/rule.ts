import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import { isOwnArgument } from '#engine/analysis/judges/own-argument.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'go/xpath-injection',
  languages: ['go'],
  cwes: ['CWE-643'],
  title: 'XPath injection',
  severity: 'high',
  rationale: 'Quotes and brackets in a value change which nodes an XPath expression selects.',
  remediation: 'Keep the expression constant and compare the values in code, or refuse values with quotes.',
  references: ['https://cwe.mitre.org/data/definitions/643.html'],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    for (const sink of facts.sinks) {
      if (sink.kind !== 'xpath' || seen.has(sink.at.start)) continue;
      const taints = sink.taints.filter((taint) => !isOwnArgument(facts, sink.within, taint));
      const finding = flowFinding(
        { ...sink, taints },
        { remote: 'high', parameter: sink.value.parts === undefined ? 'low' : 'medium' },
        (what) => `The XPath expression contains ${what} as it is.`,
      );
      if (finding === undefined) continue;
      seen.add(sink.at.start);
      report(sink.at, finding);
    }
  },
};
