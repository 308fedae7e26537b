import { describeValue, flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import { isInert } from '#engine/analysis/judges/inert-value.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { holesOf } from '#engine/analysis/judges/text-holes.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'javascript/template-injection',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-1336', 'CWE-94'],
  title: 'Template injection',
  severity: 'critical',
  rationale: 'A template engine runs the expressions in its template, so whoever writes the template runs code.',
  remediation: 'Keep the template constant and pass the values in its context.',
  references: [
    'https://cwe.mitre.org/data/definitions/1336.html',
    'https://cwe.mitre.org/data/definitions/94.html',
    'https://portswigger.net/web-security/server-side-template-injection',
  ],
  stage: 'stable',
  sinks: ['template'],

  checkSink: (sink, report) => {
    const hole = holesOf(sink.value).find(
      ({ value }) => !isInert(value, 'template') && mainTaint(value.taints, ['remote', 'parameter', 'local']),
    );
    if (hole !== undefined) {
      const taint = mainTaint(hole.value.taints);
      report({
        message: `The template text contains ${describeValue(hole.value)}.`,
        confidence: taint?.kind === 'remote' ? 'high' : 'medium',
        ...(taint !== undefined && { taint }),
      });
      return;
    }
    const finding = flowFinding(
      sink,
      { remote: 'high', parameter: 'low', local: 'low' },
      (what) => `The template text is ${what}.`,
    );
    if (finding !== undefined) report(finding);
  },
};
