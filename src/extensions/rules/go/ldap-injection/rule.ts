import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'go/ldap-injection',
  languages: ['go'],
  cwes: ['CWE-90'],
  title: 'LDAP injection',
  severity: 'high',
  rationale: 'Brackets and stars in a value change what the filter of a directory search asks for.',
  remediation: 'Escape each value with ldap.EscapeFilter before it becomes part of the filter.',
  references: [
    'https://cwe.mitre.org/data/definitions/90.html',
    'https://pkg.go.dev/github.com/go-ldap/ldap/v3#EscapeFilter',
  ],
  stage: 'stable',
  sinks: ['ldap'],

  checkSink: (sink, report) => {
    const finding = flowFinding(
      sink,
      { remote: 'high', parameter: sink.value.parts === undefined ? 'low' : 'medium' },
      (what) => `The directory search contains ${what} as it is.`,
    );
    if (finding !== undefined) report(finding);
  },
};
