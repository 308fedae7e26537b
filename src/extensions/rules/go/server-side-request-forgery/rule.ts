import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import { givenAddress } from '#engine/analysis/judges/given-address.ts';
import { decidesHost } from '#engine/analysis/judges/url-text.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

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

  check: (facts, report) => {
    const seen = new Set<number>();
    for (const sink of facts.sinks) {
      if (sink.kind !== 'url' || seen.has(sink.at.start)) continue;
      const finding = judge(facts, sink);
      if (finding === undefined) continue;
      seen.add(sink.at.start);
      report(sink.at, finding);
    }
  },
};

function judge(facts: ModuleFacts, sink: SinkFact): RuleFinding | undefined {
  if (!decidesHost(sink.value)) return undefined;
  const flow = flowFinding(
    sink,
    { remote: 'high', parameter: 'low' },
    (what) => `The address used by '${sink.callee.replace('*.', '')}' is made of ${what}.`,
  );
  if (flow !== undefined && flow.confidence !== 'low') return flow;
  const given = givenAddress(facts, sink);
  if (given === undefined) return flow;
  const [taint] = sink.taints;
  return {
    message: `Nothing looks at where '${given}' leads before '${sink.callee.replace('*.', '')}' uses it.`,
    confidence: 'medium',
    ...(taint === undefined ? {} : { taint }),
  };
}
