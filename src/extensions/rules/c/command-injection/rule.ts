import type { SinkFact } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { surestTaint, type Trust } from '#engine/analysis/judges/surest-taint.ts';
import { openShellHoles } from '#engine/analysis/judges/shell-text.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/command-injection',
  languages: ['c', 'cpp'],
  cwes: ['CWE-78', 'CWE-88'],
  title: 'Command injection',
  severity: 'critical',
  rationale:
    'A shell gives a meaning to many characters, so that whoever controls a part of a command line can run any command.',
  remediation:
    'Start the program with execv or posix_spawn and a list of arguments, and allow only values from a fixed list.',
  references: [
    'https://cwe.mitre.org/data/definitions/78.html',
    'https://cwe.mitre.org/data/definitions/88.html',
    'https://wiki.sei.cmu.edu/confluence/pages/viewpage.action?pageId=87152177',
  ],
  stage: 'stable',

  sinks: ['shell', 'argument'],
  checkSink: (sink, report) => {
    const finding = sink.kind === 'shell' ? judgeShell(sink) : judgeProgram(sink);
    if (finding !== undefined) report(finding);
  },
};

const TRUST: Trust = { remote: 'high', local: 'high', environment: 'high', parameter: 'medium', file: 'medium' };

function judgeShell(sink: SinkFact): RuleFinding | undefined {
  const callee = sink.call === undefined ? sink.callee : methodName(sink.call);
  const outside = surestTaint(sink.taints, TRUST);
  if (outside !== undefined) {
    return {
      message: `${atBeginning(outside.taint.what)} becomes part of the command line that '${callee}' gives to a shell.`,
      confidence: outside.confidence,
      taint: outside.taint,
    };
  }
  // Pieces of which nothing is known are no finding by themselves: most are built from what the file shows elsewhere.
  const [hole] = openShellHoles(sink.value);
  if (hole === undefined || hole.value.taints.length > 0) return undefined;
  return {
    message: `The command line that '${callee}' gives to a shell has a value put into it as text.`,
    confidence: 'low',
  };
}

/** Without a shell, whoever chooses the program still chooses what runs. */
function judgeProgram(sink: SinkFact): RuleFinding | undefined {
  const outside = surestTaint(sink.taints, { remote: 'high', local: 'medium', environment: 'medium' });
  if (outside === undefined) return undefined;
  const callee = sink.call === undefined ? sink.callee : methodName(sink.call);
  return {
    message: `${atBeginning(outside.taint.what)} decides which program '${callee}' starts.`,
    confidence: outside.confidence,
    taint: outside.taint,
  };
}
