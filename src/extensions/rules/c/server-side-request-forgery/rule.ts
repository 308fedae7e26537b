import type { SinkFact } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { surestTaint, type Trust } from '#engine/analysis/judges/surest-taint.ts';
import { decidesHost } from '#engine/analysis/judges/url-text.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/server-side-request-forgery',
  languages: ['c', 'cpp'],
  cwes: ['CWE-918'],
  title: 'Server-side request forgery',
  severity: 'high',
  rationale: 'Whoever chooses the address of a request reaches machines that only the server can reach.',
  remediation: 'Keep the host of the address constant, or compare it with a list of hosts that are meant.',
  references: [
    'https://cwe.mitre.org/data/definitions/918.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html',
  ],
  stage: 'stable',

  sinks: ['url'],
  checkSink: (sink, report) => {
    if (!decidesHost(sink.value)) return;
    const outside = surestTaint(sink.taints, TRUST);
    if (outside === undefined) return;
    report({
      message: `${atBeginning(outside.taint.what)} decides which host '${nameOf(sink)}' makes a request to.`,
      confidence: outside.confidence,
      taint: outside.taint,
    });
  },
};

const TRUST: Trust = { remote: 'high' };

function nameOf(sink: SinkFact): string {
  return sink.call === undefined ? sink.callee : methodName(sink.call);
}
