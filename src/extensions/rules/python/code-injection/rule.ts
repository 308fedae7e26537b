import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { USUAL_TRUST, surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'python/code-injection',
  languages: ['python'],
  cwes: ['CWE-95', 'CWE-94'],
  title: 'Code injection',
  severity: 'critical',
  rationale: 'Text that is run as Python can do whatever the program can do.',
  remediation:
    'Read data with ast.literal_eval or json.loads, and choose between actions with a dictionary of functions.',
  references: [
    'https://cwe.mitre.org/data/definitions/95.html',
    'https://cwe.mitre.org/data/definitions/94.html',
    'https://docs.python.org/3/library/ast.html#ast.literal_eval',
  ],
  stage: 'stable',
  sinks: ['code'],

  checkSink: ({ taints, call, callee }, report) => {
    const outside = surestTaint(taints, { ...USUAL_TRUST, environment: 'medium' });
    if (outside === undefined) return;
    report({
      message: `${atBeginning(outside.taint.what)} is run as Python by '${call === undefined ? callee : methodName(call)}'.`,
      confidence: outside.confidence,
      taint: outside.taint,
    });
  },
};
