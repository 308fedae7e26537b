import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { CallFact } from '#engine/analysis/facts.ts';
import { openTaints } from '#engine/analysis/judges/open-taints.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Taint } from '#engine/analysis/value.ts';

export const rule: Rule = {
  id: 'javascript/unsafe-reflection',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-470'],
  title: 'Function chosen from outside',
  severity: 'high',
  rationale: 'Whoever chooses the name of the method reaches every method the object has, inherited ones too.',
  remediation: 'Look the function up in a Map of those that may be called.',
  references: ['https://cwe.mitre.org/data/definitions/470.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const { callee } = call.expression;
      if (callee.kind !== 'index' || callee.index.kind === 'literal') continue;
      const taint = keyTaint(call);
      if (taint === undefined) continue;
      report(callee.at, {
        message: `Which function of '${writtenName(callee.object)}' is called is decided by ${taint.what}.`,
        confidence: 'medium',
        taint,
      });
    }
    for (const sink of facts.sinks) {
      if (sink.kind !== 'reflection' || sink.path !== facts.module.path || sink.callee === 'jQuery.getScript') continue;
      const taint = mainTaint(sink.taints, ['remote']);
      if (taint !== undefined)
        report(sink.argumentAt, {
          message: `The module that is loaded is named by ${taint.what}.`,
          confidence: 'high',
          taint,
        });
    }
  },
};

/** Where the name of the called function comes from: the receiver's own data does not count. */
function keyTaint({ calleeKey }: CallFact): Taint | undefined {
  const open = openTaints(calleeKey, 'reflection');
  return mainTaint(open, ['remote']);
}
