import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import { decidesHost } from '#engine/analysis/judges/url-text.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Value } from '#engine/analysis/value.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'javascript/open-redirect',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-601'],
  title: 'Open redirect',
  severity: 'medium',
  rationale:
    'A link to a trusted site that leads on to any other makes phishing believable; an address with a script scheme runs it.',
  remediation: 'Redirect to paths of the own site only, or to addresses from a fixed list.',
  references: [
    'https://cwe.mitre.org/data/definitions/601.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html',
  ],
  stage: 'stable',
  sinks: ['redirect'],

  checkSink: (sink, report) => {
    if (!decidesHost(sink.value)) return;
    // Reading the own address and going back to it leads nowhere else.
    if (isOwnAddress(sink.value)) return;
    // The address asked for leads back to the own site in all but odd cases.
    const chosen = {
      ...sink,
      taints: sink.taints.filter(({ what }) => !/(?:address|host) asked for|an uploaded/.test(what)),
    };
    const finding = flowFinding(
      chosen,
      { remote: 'high', parameter: 'low', local: 'low' },
      (what) => `The address redirected to is ${what}.`,
    );
    if (finding !== undefined) report(finding);
  },
};

function isOwnAddress(value: Value): boolean {
  const first = value.parts?.find((part) => part !== '');
  const origin = first === undefined || typeof first === 'string' ? value.origin : first.origin;
  return /(?:^|\.)(?:location(?:\.href|\.pathname|\.origin)?|originalUrl|document\.URL)$/.test(writtenName(origin));
}
