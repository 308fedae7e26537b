import type { SinkFact } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { surestTaint, type Trust } from '#engine/analysis/judges/surest-taint.ts';
import { holesOf } from '#engine/analysis/judges/text-holes.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/path-traversal',
  languages: ['c', 'cpp'],
  cwes: ['CWE-22', 'CWE-73'],
  title: 'Path traversal',
  severity: 'high',
  rationale:
    'A path that a stranger can write may hold `..` or start at the root, and then names files outside the folder that was meant.',
  remediation:
    'Resolve the path with realpath and compare its beginning with the folder it has to lie in, or refuse separators and `..`.',
  references: [
    'https://cwe.mitre.org/data/definitions/22.html',
    'https://cwe.mitre.org/data/definitions/73.html',
    'https://wiki.sei.cmu.edu/confluence/display/c/FIO02-C.+Canonicalize+path+names+originating+from+tainted+sources',
  ],
  stage: 'stable',

  sinks: ['path'],
  checkSink: (sink, report) => {
    const finding = judge(sink);
    if (finding === undefined) return;
    report(finding);
  },
};

function judge(sink: SinkFact): RuleFinding | undefined {
  const callee = sink.call === undefined ? sink.callee : methodName(sink.call);
  const outside = surestTaint(sink.taints, REMOTE);
  if (outside !== undefined) {
    return {
      message: `${atBeginning(outside.taint.what)} decides which path '${callee}' uses.`,
      confidence: outside.confidence,
      taint: outside.taint,
    };
  }
  // Whoever starts a program may name any file; one below a folder is meant to stay there.
  const given = surestTaint(sink.taints, { local: 'high', parameter: 'medium', environment: 'medium' });
  if (given === undefined || !isBelowFolder(sink)) return undefined;
  return {
    message: `${atBeginning(given.taint.what)} is put below a folder to make the path that '${callee}' uses, and nothing keeps it there.`,
    confidence: given.confidence,
    taint: given.taint,
  };
}

const REMOTE: Trust = { remote: 'high' };

/** Whether something tainted is joined below a folder that is not tainted itself. */
function isBelowFolder({ value, taints }: SinkFact): boolean {
  const last = holesOf(value).findLast((hole) =>
    hole.value.taints.some(({ source }) => taints.some((taint) => taint.source === source)),
  );
  return last !== undefined && /[/\\]/.test(last.before);
}
