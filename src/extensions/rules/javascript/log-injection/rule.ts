import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import { valueName } from '#engine/analysis/judges/value-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

/** Neither an address as it was sent nor a header can hold a line break. */
const ENCODED = /address|header|host asked|cookie/;

export const rule: Rule = {
  id: 'javascript/log-injection',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-117'],
  title: 'Log injection',
  severity: 'low',
  rationale: 'A line break in a logged value makes lines that look like those of the program.',
  remediation: 'Encode the value (JSON.stringify) or remove its line breaks before it is logged.',
  references: ['https://cwe.mitre.org/data/definitions/117.html'],
  stage: 'stable',
  sinks: ['log'],

  checkSink: (sink, report) => {
    // An object is written with its line breaks escaped.
    if (sink.value.form !== undefined || (sink.value.parts === undefined && !isText(sink.value))) return;
    if (
      sink.taints.some(({ kind }) => kind === 'error') ||
      /^(?:e|err|error|ex)$|stack|message$/i.test(valueName(sink.value))
    )
      return;
    const decoded = { ...sink, taints: sink.taints.filter(({ what }) => !ENCODED.test(what)) };
    const finding = flowFinding(
      decoded,
      { remote: 'medium' },
      (what) => `A log line contains ${what}, line breaks included.`,
    );
    if (finding !== undefined) report(finding);
  },
};

/** A single part of the request, not the whole of it. */
function isText({ name, origin }: Value): boolean {
  if (origin?.kind === 'name' && name === undefined)
    return !/^(?:req|request|body|params|query|data|headers|payload)$/i.test(origin.name);
  return (
    /(?:Request|Context(?:\.request)?)\.(?:query|body|params|payload)(?:\.|\[)/.test(name ?? '') ||
    origin?.kind === 'index' ||
    origin?.kind === 'call'
  );
}
