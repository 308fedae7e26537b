import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'python/log-injection',
  languages: ['python'],
  cwes: ['CWE-117'],
  title: 'Injection into a log',
  severity: 'low',
  rationale: 'A line break in what is logged forges entries of the log.',
  remediation: 'Remove line breaks from the value, or log its repr.',
  references: [
    'https://cwe.mitre.org/data/definitions/117.html',
    'https://owasp.org/www-community/attacks/Log_Injection',
  ],
  stage: 'stable',
  sinks: ['log'],

  checkSink: ({ taints }, report) => {
    const outside = surestTaint(taints, { remote: 'medium', local: 'medium' });
    // What the user of a command writes into its own log is of no interest; what is typed in may be piped in.
    if (outside === undefined || (outside.taint.kind === 'local' && outside.taint.what !== 'what is typed in')) return;
    report({
      message: `${atBeginning(outside.taint.what)} is written to the log with its line breaks.`,
      confidence: outside.confidence,
      taint: outside.taint,
    });
  },
};
