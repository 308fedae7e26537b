import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import { decidesHost } from '#engine/analysis/judges/url-text.ts';
import type { Value } from '#engine/analysis/value.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'javascript/server-side-request-forgery',
  languages: ['javascript', 'typescript'],
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
    const address = addressOf(sink.value);
    if (!decidesHost(address) || (address.taints.length === 0 && address !== sink.value)) return;
    // In a browser the address bar only reaches what its user reaches anyway.
    if (sink.taints.every(({ what }) => /page|address of|fragment|the query of/.test(what))) return;
    const finding = flowFinding(
      sink,
      { remote: 'high', parameter: 'low' },
      (what) => `The address fetched by '${sink.callee.replace(/^\*\./, '')}' is made of ${what}.`,
    );
    if (finding !== undefined) report(finding);
  },
};

/** The address in an object of options, else the value itself. */
function addressOf(value: Value): Value {
  if (value.form !== 'record' && value.fields === undefined) return value;
  for (const key of ['url', 'uri', 'baseURL', 'host', 'hostname']) {
    const address = value.fields?.get(key);
    if (address !== undefined) return address;
  }
  return value;
}
