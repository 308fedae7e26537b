import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'python/resource-injection',
  languages: ['python'],
  cwes: ['CWE-99'],
  title: 'Choice of a resource by a request',
  severity: 'medium',
  rationale: 'Whoever chooses the address or port that a program opens can make it serve or ask a place of their own.',
  remediation: 'Take addresses and ports from the configuration, or from a list of what is allowed.',
  references: ['https://cwe.mitre.org/data/definitions/99.html'],
  stage: 'stable',
  sinks: ['resource'],

  checkSink: ({ taints, call, callee }, report) => {
    const outside = surestTaint(taints, { remote: 'high' });
    if (outside === undefined) return;
    report({
      message: `${atBeginning(outside.taint.what)} decides which address '${call === undefined ? callee : methodName(call)}' uses.`,
      confidence: outside.confidence,
      taint: outside.taint,
    });
  },
};
