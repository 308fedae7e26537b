import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/** Neither an address as it was sent nor a header can hold a line break. */
const ENCODED = /address asked|header|host asked|cookie/;

export const rule: Rule = {
  id: 'javascript/header-injection',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-113', 'CWE-93'],
  title: 'Header injection',
  severity: 'medium',
  rationale: 'A line break in a header starts another header, or the body of the reply.',
  remediation: 'Remove line breaks from the value, or let a library encode it.',
  references: ['https://cwe.mitre.org/data/definitions/113.html', 'https://cwe.mitre.org/data/definitions/93.html'],
  stage: 'stable',
  sinks: ['header'],

  checkSink: (sink, report) => {
    const header = textOf(sink.call?.argument(0)) ?? '';
    if (/^(?:content-(?:type|length)|access-control-|etag|last-modified|cache-control)/i.test(header)) return;
    const decoded = { ...sink, taints: sink.taints.filter(({ what }) => !ENCODED.test(what)) };
    if (sink.value.origin?.kind === 'call') return;
    const finding = flowFinding(decoded, { remote: 'medium' }, (what) => `A reply header contains ${what}.`);
    if (finding !== undefined) report(finding);
  },
};
