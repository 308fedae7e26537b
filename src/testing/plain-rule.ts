import type { Rule } from '#engine/analysis/rule.ts';

/** A rule that finds nothing. */
export function plainRule(id: string, changed: Partial<Rule> = {}): Rule {
  return {
    id,
    languages: ['python'],
    cwes: ['CWE-95'],
    title: 'Text run as code',
    severity: 'high',
    stage: 'stable',
    rationale: 'Whoever chooses the text chooses what runs.',
    remediation: 'Parse the text as data.',
    references: ['https://cwe.mitre.org/data/definitions/95.html'],
    ...changed,
  };
}
