import type { SinkFact } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { surestTaint, type Trust } from '#engine/analysis/judges/surest-taint.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/xpath-injection',
  languages: ['c', 'cpp'],
  cwes: ['CWE-643'],
  title: 'XPath injection',
  severity: 'high',
  rationale: 'Whoever controls a part of an XPath expression decides what it matches.',
  remediation: 'Compile a constant expression and compare its result with the value in code.',
  references: [
    'https://cwe.mitre.org/data/definitions/643.html',
    'https://owasp.org/www-community/attacks/XPATH_Injection',
  ],
  stage: 'stable',

  sinks: ['xpath'],
  checkSink: (sink, report) => {
    const outside = surestTaint(sink.taints, TRUST);
    if (outside === undefined || (outside.taint.kind === 'parameter' && sink.value.parts === undefined)) return;
    report({
      message: `${atBeginning(outside.taint.what)} becomes part of the XPath expression that '${nameOf(sink)}' runs.`,
      confidence: outside.confidence,
      taint: outside.taint,
    });
  },
};

const TRUST: Trust = { remote: 'high', local: 'high', environment: 'high', parameter: 'medium' };

function nameOf(sink: SinkFact): string {
  return sink.call === undefined ? sink.callee : methodName(sink.call);
}
