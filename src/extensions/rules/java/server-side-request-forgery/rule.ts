import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import { givenAddress } from '#engine/analysis/judges/given-address.ts';
import { decidesHost } from '#engine/analysis/judges/url-text.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'java/server-side-request-forgery',
  languages: ['java'],
  cwes: ['CWE-918'],
  title: 'Server-side request forgery',
  severity: 'high',
  rationale: 'Whoever chooses the address reaches what only this machine can reach.',
  remediation: 'Ask only hosts of a list, or build the address from a fixed host.',
  references: [
    'https://cwe.mitre.org/data/definitions/918.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    for (const sink of facts.sinks) {
      if (sink.kind !== 'url' || sink.path !== facts.module.path || seen.has(sink.at.start)) continue;
      if (!decidesHost(sink.value)) continue;
      const finding =
        flowFinding(sink, { remote: 'high' }, (what) => `The address that is asked contains ${what}.`) ??
        judgeGiven(facts, sink);
      if (finding === undefined) continue;
      seen.add(sink.at.start);
      report(sink.at, finding);
    }
  },
};

function judgeGiven(facts: ModuleFacts, sink: SinkFact): RuleFinding | undefined {
  const given = givenAddress(facts, sink);
  const [taint] = sink.taints;
  return given === undefined
    ? undefined
    : {
        message: `Nothing looks at where '${given}' leads before it is asked.`,
        confidence: 'medium',
        ...(taint === undefined ? {} : { taint }),
      };
}
