import type { SinkFact } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { surestTaint, type Trust } from '#engine/analysis/judges/surest-taint.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/ldap-injection',
  languages: ['c', 'cpp'],
  cwes: ['CWE-90'],
  title: 'LDAP injection',
  severity: 'high',
  rationale: 'Whoever controls a part of an LDAP filter decides what it matches.',
  remediation: 'Escape `*`, `(`, `)`, `backslash` and NUL in values of a filter as RFC 4515 says.',
  references: [
    'https://cwe.mitre.org/data/definitions/90.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/LDAP_Injection_Prevention_Cheat_Sheet.html',
  ],
  stage: 'stable',

  sinks: ['ldap'],
  checkSink: (sink, report) => {
    const outside = surestTaint(sink.taints, TRUST);
    if (outside === undefined || (outside.taint.kind === 'parameter' && sink.value.parts === undefined)) return;
    report({
      message: `${atBeginning(outside.taint.what)} becomes part of the LDAP filter that '${nameOf(sink)}' runs.`,
      confidence: outside.confidence,
      taint: outside.taint,
    });
  },
};

const TRUST: Trust = { remote: 'high', local: 'high', environment: 'high', parameter: 'medium' };

function nameOf(sink: SinkFact): string {
  return sink.call === undefined ? sink.callee : methodName(sink.call);
}
