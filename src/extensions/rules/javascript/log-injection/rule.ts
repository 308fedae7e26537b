import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'javascript/log-injection',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-117'],
  title: 'Log injection',
  severity: 'low',
  rationale: 'A line break in a logged value makes lines that look like those of the program.',
  remediation: 'Encode the value (JSON.stringify) or remove its line breaks before it is logged.',
  references: [
    'https://cwe.mitre.org/data/definitions/117.html',
  ],
  stage: 'stable',
  sinks: ['log'],

  checkSink: (sink, report) => {
    // An object is written with its line breaks escaped.
    const argument = sink.call?.expression.arguments.find(({ value }) => value.at.start === sink.argumentAt.start)?.value;
    if (sink.value.form !== undefined || (sink.value.parts === undefined && !isText(argument))) return;
    const finding = flowFinding(sink, { remote: 'medium' }, (what) => `A log line contains ${what}, line breaks included.`);
    if (finding !== undefined) report(finding);
  },
};

/** A single part of the request, not the whole of it. */
function isText(origin: Expression | undefined): boolean {
  if (origin?.kind === 'name') return !/^(?:req|request|body|params|query|data|headers|payload)$/i.test(origin.name);
  if (origin?.kind === 'index') return true;
  return origin?.kind === 'member' && !/^(?:body|params|query|headers|cookies|file|files|payload|data)$/.test(origin.property);
}
