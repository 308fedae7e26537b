import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import { decidesHost, isPartOfPath } from '#engine/analysis/judges/url-text.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'python/server-side-request-forgery',
  languages: ['python'],
  cwes: ['CWE-918'],
  title: 'Server-side request forgery',
  severity: 'high',
  rationale: 'A server that asks whatever address it is given reaches machines that the stranger cannot reach.',
  remediation: 'Compare the host with the hosts that are needed, and keep scheme and host of the address constant.',
  references: [
    'https://cwe.mitre.org/data/definitions/918.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html',
  ],
  stage: 'stable',
  sinks: ['url'],

  checkSink: ({ value, taints, call, callee }, report) => {
    const outside = surestTaint(taints, { remote: 'high' });
    if (outside === undefined) return;
    const where = call === undefined ? callee : methodName(call);
    if (!decidesHost(value)) {
      if (!isPartOfPath(value)) return;
      report({
        message: `${atBeginning(outside.taint.what)} is put into the path that '${where}' asks a server for.`,
        confidence: 'medium',
        severity: 'medium',
        taint: outside.taint,
      });
      return;
    }
    report({
      message: `${atBeginning(outside.taint.what)} decides which server '${where}' asks.`,
      confidence: outside.confidence,
      taint: outside.taint,
    });
  },
};
