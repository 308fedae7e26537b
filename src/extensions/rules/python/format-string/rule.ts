import type { SinkFact } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'python/format-string',
  languages: ['python'],
  cwes: ['CWE-134'],
  title: 'Format string from outside',
  severity: 'high',
  rationale: 'A format string reaches attributes and items of what is formatted, and so reads secrets of the program.',
  remediation: 'Keep the format string constant, or use string.Template with safe_substitute.',
  references: [
    'https://cwe.mitre.org/data/definitions/134.html',
    'https://docs.python.org/3/library/string.html#format-string-syntax',
  ],
  stage: 'stable',
  sinks: ['format'],

  checkSink: (sink, report) => {
    if (!formatsObject(sink)) return;
    const outside = surestTaint(sink.taints, { remote: 'high' });
    if (outside === undefined) return;
    report({
      message: `${atBeginning(outside.taint.what)} is used as a format string.`,
      confidence: outside.confidence,
      taint: outside.taint,
    });
  },
};

/** Numbers and texts have no attributes worth reading. */
function formatsObject({ call }: SinkFact): boolean {
  if (call === undefined) return false;
  if (call.hasSpread) return true;
  return call.arguments.some(
    ({ value }) => value.constant === undefined && value.parts === undefined && value.isNumeric !== true,
  );
}
