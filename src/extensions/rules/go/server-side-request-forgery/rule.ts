import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import { decidesHost } from '#engine/analysis/judges/url-text.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'go/server-side-request-forgery',
  languages: ['go'],
  cwes: ['CWE-918'],
  title: 'Server-side request forgery',
  severity: 'high',
  rationale: 'A server that fetches any address reaches machines that the sender of the request cannot.',
  remediation: 'Fetch addresses of a fixed list of hosts only.',
  references: [
    'https://cwe.mitre.org/data/definitions/918.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html',
  ],
  stage: 'stable',
  sinks: ['url'],

  checkSink: (sink, report) => {
    if (!decidesHost(sink.value)) return;
    const finding = flowFinding(
      sink,
      { remote: 'high', parameter: 'low' },
      (what) => `The address used by '${sink.callee}' is made of ${what}.`,
    );
    if (finding !== undefined) report(finding);
  },
};
