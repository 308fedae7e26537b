import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import { holesOf, isOpenHole } from '#engine/analysis/judges/text-holes.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'python/template-injection',
  languages: ['python'],
  cwes: ['CWE-1336', 'CWE-94'],
  title: 'Template injection',
  severity: 'critical',
  rationale:
    'A template can reach the objects of the program, so that whoever writes a part of it can run code on the server.',
  remediation: 'Keep the template constant and pass the values to it by name.',
  references: [
    'https://cwe.mitre.org/data/definitions/1336.html',
    'https://cwe.mitre.org/data/definitions/94.html',
    'https://jinja.palletsprojects.com/en/stable/sandbox/',
  ],
  stage: 'stable',
  sinks: ['template'],

  checkSink: ({ value, taints, call, callee }, report) => {
    const where = call === undefined ? callee : methodName(call);
    const outside = surestTaint(taints, { remote: 'high', local: 'medium' });
    if (outside !== undefined) {
      report({
        message: `${atBeginning(outside.taint.what)} becomes part of the template that '${where}' reads.`,
        confidence: outside.confidence,
        taint: outside.taint,
      });
      return;
    }
    const open = holesOf(value).find(
      (hole) => isOpenHole(hole.value, 'template') && hole.value.taints.some(({ kind }) => kind === 'parameter'),
    );
    if (open === undefined) return;
    const [taint] = open.value.taints;
    report({
      message: `The template that '${where}' reads has a value put into it as text.`,
      confidence: 'medium',
      ...(taint === undefined ? {} : { taint }),
    });
  },
};
