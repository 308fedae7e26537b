import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Value } from '#engine/analysis/value.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/** Neither an address as it was sent nor a header can hold a line break. */
const ENCODED = /address|header|host asked|cookie|query string/;

export const rule: Rule = {
  id: 'java/log-injection',
  languages: ['java'],
  cwes: ['CWE-117'],
  title: 'Log injection',
  severity: 'low',
  rationale: 'A line break in a logged value makes lines that look like those of the program.',
  remediation: 'Remove the line breaks of the value before it is logged.',
  references: [
    'https://cwe.mitre.org/data/definitions/117.html',
    'https://owasp.org/www-community/attacks/Log_Injection',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    for (const sink of facts.sinks) {
      if (sink.kind !== 'log' || sink.path !== facts.module.path || seen.has(sink.at.start)) continue;
      if (sink.value.isNumeric === true || sink.value.form !== undefined || isCounted(sink.value)) continue;
      const decoded = { ...sink, taints: sink.taints.filter(({ what }) => !ENCODED.test(what)) };
      const finding = flowFinding(
        decoded,
        { remote: 'medium' },
        (what) => `A log line contains ${what}, line breaks included.`,
      );
      if (finding === undefined) continue;
      seen.add(sink.at.start);
      report(sink.at, finding);
    }
  },
};

/** `order.getId()`: what is called so is seldom text. */
function isCounted({ origin }: Value): boolean {
  return (
    origin?.kind === 'call' &&
    /(?:Id|Count|Size|Amount|Date|Number|Price|Quantity|Status)$/.test(lastName(origin.callee))
  );
}
