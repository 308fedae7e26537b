import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'go/unsafe-deserialization',
  languages: ['go'],
  cwes: ['CWE-502'],
  title: 'Objects read from strangers',
  severity: 'high',
  rationale:
    'The format gob is made for programs that trust each other: its reader makes whatever types and sizes the data names.',
  remediation: 'Read JSON into a type of your own, with a limit of its size.',
  references: ['https://cwe.mitre.org/data/definitions/502.html', 'https://pkg.go.dev/encoding/gob#hdr-Security'],
  stage: 'stable',
  sinks: ['deserialize'],

  checkSink: (sink, report) => {
    const finding = flowFinding(
      sink,
      { remote: 'medium' },
      (what) => `Objects in the format gob are read from ${what}.`,
    );
    if (finding !== undefined) report(finding);
  },
};
