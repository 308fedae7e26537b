import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'python/regex-injection',
  languages: ['python'],
  cwes: ['CWE-1333', 'CWE-400'],
  title: 'Regular expression from outside',
  severity: 'medium',
  rationale: 'A regular expression can be written so that matching a short text takes years.',
  remediation: 'Pass the value through re.escape, or search with a constant expression.',
  references: [
    'https://cwe.mitre.org/data/definitions/1333.html',
    'https://cwe.mitre.org/data/definitions/400.html',
    'https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS',
  ],
  stage: 'stable',
  sinks: ['regex'],

  checkSink: ({ taints, call, callee }, report) => {
    const outside = surestTaint(taints, { remote: 'high', local: 'medium' });
    if (outside === undefined) return;
    report({
      message: `${atBeginning(outside.taint.what)} becomes part of the regular expression of '${call === undefined ? callee : methodName(call)}'.`,
      confidence: outside.confidence,
      taint: outside.taint,
    });
  },
};
