import type { SinkFact } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { surestTaint, type Trust } from '#engine/analysis/judges/surest-taint.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/log-injection',
  languages: ['c', 'cpp'],
  cwes: ['CWE-117'],
  title: 'Log injection',
  severity: 'medium',
  rationale: 'Line ends in what is logged begin entries that nobody wrote, and hide or forge what happened.',
  remediation: 'Replace control characters in what is logged.',
  references: [
    'https://cwe.mitre.org/data/definitions/117.html',
    'https://owasp.org/www-community/attacks/Log_Injection',
  ],
  stage: 'stable',

  sinks: ['log'],
  checkSink: (sink, report) => {
    const outside = surestTaint(sink.taints, TRUST);
    if (outside === undefined) return;
    report({
      message: `${atBeginning(outside.taint.what)} is written to a log by '${nameOf(sink)}' with its line ends.`,
      confidence: outside.confidence,
      taint: outside.taint,
    });
  },
};

const TRUST: Trust = { remote: 'medium' };

function nameOf(sink: SinkFact): string {
  return sink.call === undefined ? sink.callee : methodName(sink.call);
}
