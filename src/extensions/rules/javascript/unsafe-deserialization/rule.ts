import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import type { SinkFact } from '#engine/analysis/facts.ts';
import type { Trust } from '#engine/analysis/judges/surest-taint.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'javascript/unsafe-deserialization',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-502'],
  title: 'Unsafe deserialization',
  severity: 'critical',
  rationale: 'Some formats can name code or functions, which run while the data is read.',
  remediation: 'Read the data with JSON.parse and check its shape.',
  references: [
    'https://cwe.mitre.org/data/definitions/502.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Deserialization_Cheat_Sheet.html',
  ],
  stage: 'stable',
  sinks: ['deserialize'],

  checkSink: (sink, report) => {
    if (sink.callee.startsWith('js-yaml.') && isSafeYaml(sink)) return;
    const finding = flowFinding(
      sink,
      trustOf(sink.callee),
      (what) => `The data that '${sink.callee.replace(/^\*\./, '')}' reads is ${what}.`,
    );
    if (finding !== undefined) report(finding);
  },
};

/** Some readers are unsafe with anything that is not the program's own. */
function trustOf(callee: string): Trust {
  return /^(?:node-serialize|serialize-to-js|funcster|cryo)\./.test(callee)
    ? { remote: 'high', parameter: 'medium', local: 'medium', file: 'medium' }
    : { remote: callee === '*.unserialize' ? 'medium' : 'high', parameter: 'low' };
}

/** From version 4 on `load` is safe unless a schema with functions is given; before it was not. */
function isSafeYaml({ call }: SinkFact): boolean {
  const schema = call?.argument(1)?.fields?.get('schema')?.name ?? '';
  return !/DEFAULT_FULL_SCHEMA|js-yaml-js-types|FULL/.test(schema);
}
