import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import { isInert } from '#engine/analysis/judges/inert-value.ts';
import { holesOf } from '#engine/analysis/judges/text-holes.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'javascript/xpath-injection',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-643'],
  title: 'XPath injection',
  severity: 'high',
  rationale: 'Whoever controls a part of the XPath expression chooses what it selects.',
  remediation: 'Keep the expression constant and pass values as XPath variables.',
  references: ['https://cwe.mitre.org/data/definitions/643.html'],
  stage: 'stable',
  sinks: ['xpath'],

  checkSink: (sink, report) => {
    if (
      holesOf(sink.value).every(({ value }) => isInert(value, 'xpath')) &&
      sink.taints.every(({ kind }) => kind !== 'remote')
    )
      return;
    const finding = flowFinding(
      sink,
      { remote: 'high', parameter: 'medium' },
      (what) => `The XPath expression contains ${what}.`,
    );
    if (finding !== undefined) report(finding);
  },
};
