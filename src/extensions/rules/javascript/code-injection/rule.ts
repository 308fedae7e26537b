import type { Confidence } from '#core/severity.ts';
import type { SinkFact } from '#engine/analysis/facts.ts';
import { describeValue, flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import { isInert } from '#engine/analysis/judges/inert-value.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { holesOf } from '#engine/analysis/judges/text-holes.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/** Calls that take a function as well as text. */
const TIMERS: ReadonlySet<string> = new Set(['setTimeout', 'setInterval', 'setImmediate']);
/** Calls that exist to run code. */
const EVALUATORS = /^(?:eval|Function|execScript|vm\.|jQuery\.globalEval)/;

export const rule: Rule = {
  id: 'javascript/code-injection',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-95', 'CWE-94'],
  title: 'Code injection',
  severity: 'critical',
  rationale: 'Text that is run as code can do whatever the program can do.',
  remediation: 'Replace the evaluated text by a function, a table of allowed operations, or JSON.parse.',
  references: [
    'https://cwe.mitre.org/data/definitions/95.html',
    'https://cwe.mitre.org/data/definitions/94.html',
    'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/eval#never_use_direct_eval!',
  ],
  stage: 'stable',
  sinks: ['code'],

  checkSink: (sink, report) => {
    if (sink.value.function !== undefined || sink.value.form === 'record') return;
    const name = sink.callee.replace(/^\*\./, '');
    const holes = holesOf(sink.value).filter(({ value }) => !isInert(value, 'code'));
    if (holes.length === 0) {
      if (TIMERS.has(sink.callee) && mainTaint(sink.taints, ['remote', 'local']) === undefined) return;
      const finding = flowFinding(
        sink,
        { remote: 'high', parameter: parameterConfidence(sink), local: 'medium' },
        (what) => `The code that '${name}' runs is ${what}.`,
      );
      if (finding !== undefined) report(finding);
      return;
    }
    const worst = holes.find(({ value }) => mainTaint(value.taints, ['remote']) !== undefined) ?? holes[0];
    if (worst === undefined) return;
    const taint = mainTaint(worst.value.taints);
    report({
      message: `The code that '${name}' runs contains ${describeValue(worst.value)}.`,
      confidence: taint?.kind === 'remote' ? 'high' : 'medium',
      ...(taint !== undefined && { taint }),
    });
  },
};

function parameterConfidence(sink: SinkFact): Confidence {
  return EVALUATORS.test(sink.callee) && !sink.callee.startsWith('vm.') ? 'medium' : 'low';
}
