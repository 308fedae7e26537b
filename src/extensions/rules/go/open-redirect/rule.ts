import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import { checkFirstSign } from './check-first-sign.ts';
import { decidesHost } from '#engine/analysis/judges/url-text.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'go/open-redirect',
  languages: ['go'],
  cwes: ['CWE-601'],
  title: 'Open redirect',
  severity: 'medium',
  rationale: 'A link to a trusted site that leads on to any other makes phishing believable.',
  remediation: 'Redirect to paths of the own site only, or to addresses from a fixed list.',
  references: [
    'https://cwe.mitre.org/data/definitions/601.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html',
  ],
  stage: 'stable',
  sinks: ['redirect'],

  check: checkFirstSign,

  checkSink: (sink, report) => {
    if (!decidesHost(sink.value)) return;
    // The address that was asked for leads back to the own site; so does the host on the way to HTTPS.
    const taints = sink.taints.filter(({ what }) => !/address of|path of the request/.test(what));
    // Back to where the visitor comes from: a stranger's page sends nobody anywhere but to itself.
    if (taints.length === 0 || /\.Host\b|\.Referer\(\)$/.test(sink.value.name ?? '') || startsWithHost(sink.value))
      return;
    const finding = flowFinding(
      { ...sink, taints },
      { remote: 'high', parameter: 'low' },
      (what) => `The address redirected to is ${what}.`,
    );
    if (finding !== undefined) report(finding);
  },
};

/** `"https://" + r.Host + r.URL.Path` */
function startsWithHost({ parts = [] }: Parameters<typeof decidesHost>[0]): boolean {
  const first = parts.find((part) => typeof part !== 'string');
  return first !== undefined && typeof first !== 'string' && /(?:^|\.)Host$/.test(first.name ?? '');
}
