import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import { isInert } from '#engine/analysis/judges/inert-value.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/** Neither an address as it was sent nor a header can hold a line break. */
const ENCODED = /address|header|cookie|something/;

export const rule: Rule = {
  id: 'go/log-injection',
  languages: ['go'],
  cwes: ['CWE-117'],
  title: 'Log injection',
  severity: 'low',
  rationale: 'A line break in a logged value makes lines that look like those of the program.',
  remediation: 'Log the value with %q, or remove its line breaks.',
  references: ['https://cwe.mitre.org/data/definitions/117.html', 'https://pkg.go.dev/log/slog'],
  stage: 'stable',
  sinks: ['log'],

  checkSink: (sink, report) => {
    if (sink.value.form !== undefined || isInert(sink.value, 'log')) return;
    const taints = sink.taints.filter(({ what }) => !ENCODED.test(what));
    const finding = flowFinding(
      { ...sink, taints },
      { remote: 'medium' },
      (what) => `A log line contains ${what}, line breaks included.`,
    );
    if (finding !== undefined) report(finding);
  },
};
