import type { SinkFact } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { isInert } from '#engine/analysis/judges/inert-value.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import { holesOf } from '#engine/analysis/judges/text-holes.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'go/command-injection',
  languages: ['go'],
  cwes: ['CWE-78', 'CWE-77'],
  title: 'Command injection',
  severity: 'critical',
  rationale:
    'A shell gives a meaning to many characters, so that whoever controls a part of a command line can run any command.',
  remediation: 'Start the program itself with exec.Command and one argument for each value, without a shell.',
  references: [
    'https://cwe.mitre.org/data/definitions/78.html',
    'https://cwe.mitre.org/data/definitions/77.html',
    'https://pkg.go.dev/os/exec',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    for (const sink of facts.sinks) {
      if (sink.kind !== 'shell' || seen.has(sink.at.start)) continue;
      const finding = isProgram(sink) ? judgeProgram(sink) : judgeShell(sink);
      if (finding === undefined) continue;
      seen.add(sink.at.start);
      report(sink.at, finding);
    }
  },
};

/** The program that is started, rather than what a shell is to run. */
function isProgram({ call, value, callee }: SinkFact): boolean {
  if (call === undefined || callee.startsWith('ssh.')) return false;
  const position = callee.endsWith('CommandContext') ? 1 : 0;
  return call.argument(position) === value;
}

function judgeProgram({ taints, call, callee, value }: SinkFact): RuleFinding | undefined {
  const [first] = value.parts ?? [];
  // Below a folder that is fixed, or with a fixed beginning.
  if (typeof first === 'string' && first !== '') return undefined;
  const outside = surestTaint(taints, { remote: 'high', local: callee.startsWith('*.') ? 'low' : 'medium' });
  if (outside === undefined) return undefined;
  return {
    message: `${atBeginning(outside.taint.what)} decides which program '${call === undefined ? callee : methodName(call)}' starts.`,
    confidence: outside.confidence,
    taint: outside.taint,
  };
}

function judgeShell({ taints, call, callee, value }: SinkFact): RuleFinding | undefined {
  const method = call === undefined ? callee : methodName(call);
  const holes = holesOf(value).filter((hole) => !isInert(hole.value, 'shell'));
  if (holes.length === 0 && value.parts !== undefined) return undefined;
  const outside = surestTaint(taints, { remote: 'high', local: 'medium', parameter: 'medium' });
  if (outside === undefined) return undefined;
  return {
    message: `${atBeginning(outside.taint.what)} becomes part of the command line that '${method}' gives to a shell.`,
    confidence: outside.confidence,
    taint: outside.taint,
  };
}
