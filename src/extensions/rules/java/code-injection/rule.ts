import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import { type Trust, USUAL_TRUST } from '#engine/analysis/judges/surest-taint.ts';
import { openTaints } from '#engine/analysis/judges/open-taints.ts';
import { holesOf } from '#engine/analysis/judges/text-holes.ts';
import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'java/code-injection',
  languages: ['java'],
  cwes: ['CWE-94', 'CWE-95', 'CWE-917', 'CWE-1336'],
  title: 'Code injection',
  severity: 'critical',
  rationale: 'Whoever controls a part of the code runs code of their own in this process.',
  remediation:
    'Do not evaluate text from outside; choose among fixed operations, or use SimpleEvaluationContext for expressions.',
  references: [
    'https://cwe.mitre.org/data/definitions/94.html',
    'https://cwe.mitre.org/data/definitions/95.html',
    'https://cwe.mitre.org/data/definitions/917.html',
    'https://cwe.mitre.org/data/definitions/1336.html',
    'https://owasp.org/www-community/attacks/Code_Injection',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const sink of facts.sinks) {
      if (sink.kind === 'template' && sink.path === facts.module.path) {
        // A function that is given a template to fill is made for that.
        const trust: Trust = { ...USUAL_TRUST, parameter: isMixed(sink) ? 'medium' : 'low' };
        const finding = flowFinding(sink, trust, (what) => `The text of the template contains ${what}.`);
        if (finding !== undefined) report(sink.at, { ...finding, cwes: ['CWE-1336', 'CWE-94'] });
      }
      if (sink.kind !== 'code' || sink.path !== facts.module.path || isConfined(facts, sink)) continue;
      const finding = flowFinding(sink, USUAL_TRUST, (what) => `The code that is evaluated contains ${what}.`);
      if (finding !== undefined) report(sink.at, finding);
    }
  },
};

/** Data behind words of the program: it is what a template is filled with, and here it is a part of the template. */
function isMixed({ value }: SinkFact): boolean {
  return holesOf(value).some((hole) => /\w/.test(hole.before) && openTaints(hole.value, 'template').length > 0);
}

/** Expressions of Spring that see properties and nothing else. */
function isConfined(facts: ModuleFacts, { callee, within }: SinkFact): boolean {
  if (!/parseExpression$/.test(callee)) return false;
  const around = within?.function.at;
  return /\bSimpleEvaluationContext\b/.test(around === undefined ? facts.codeText : facts.codeAt(around));
}
