import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'python/argument-injection',
  languages: ['python'],
  cwes: ['CWE-88'],
  title: 'Injection of arguments into a command',
  severity: 'high',
  rationale:
    'A line that is split at its blanks lets a value add arguments of its own, and many programs have options that run other programs or write files.',
  remediation: 'Give each value its own item of the list of arguments, behind a `--`.',
  references: [
    'https://cwe.mitre.org/data/definitions/88.html',
    'https://docs.python.org/3/library/shlex.html#shlex.split',
  ],
  stage: 'stable',
  sinks: ['argument'],

  checkSink: ({ value, taints }, report) => {
    const { origin } = value;
    if (origin?.kind !== 'call' || !/(?:^|\.)(?:split|rsplit)$/.test(writtenName(origin.callee))) return;
    const outside = surestTaint(taints, { remote: 'high', local: 'medium' });
    if (outside === undefined) return;
    report({
      message: `${atBeginning(outside.taint.what)} is part of a line that is split into the arguments of a program.`,
      confidence: outside.confidence,
      taint: outside.taint,
    });
  },
};
