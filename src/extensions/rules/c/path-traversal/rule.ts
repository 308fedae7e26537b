import type { SinkFact } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { surestTaint, type Trust } from '#engine/analysis/judges/surest-taint.ts';
import { holesOf } from '#engine/analysis/judges/text-holes.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';
import { belowFolder, FILE_WORK } from './joined-path.ts';

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

  check: (facts, report) => {
    const known = new Set(facts.sinks.filter(({ kind }) => kind === 'path').map(({ call }) => call?.expression));
    for (const call of facts.calls) {
      const [path] = call.arguments;
      const callee = methodName(call);
      // With calls that the tables know only what a helper puts together is looked at here.
      const isKnown = known.has(call.expression);
      if (path === undefined || (!isKnown && !FILE_WORK.test(callee))) continue;
      const open = belowFolder(facts, path.value, isKnown).filter(
        ({ safeFor }) => safeFor !== 'all' && !safeFor.includes('path'),
      );
      const given = surestTaint(open, GIVEN);
      if (given === undefined) continue;
      report(call.at, {
        message: `${atBeginning(given.taint.what)} is put below a folder to make the path that '${callee}' uses, and nothing keeps it there.`,
        confidence: given.confidence,
        taint: given.taint,
      });
    }
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
  const given = surestTaint(sink.taints, { ...GIVEN, file: 'medium' });
  if (given === undefined) return undefined;
  if (isBelowFolder(sink)) {
    return {
      message: `${atBeginning(given.taint.what)} is put below a folder to make the path that '${callee}' uses, and nothing keeps it there.`,
      confidence: given.confidence,
      taint: given.taint,
    };
  }
  // A path that was resolved has been looked at, or is about to be.
  if (sink.value.traits.some((trait) => /realpath|canonical|fullpath/i.test(trait))) return undefined;
  const { kind, what } = given.taint;
  if ((kind !== 'local' || what === ARGUMENTS) && kind !== 'file') return undefined;
  return {
    message: `Text that is read from ${what} is the path that '${callee}' uses, and nothing looks at it first.`,
    confidence: 'medium',
    taint: given.taint,
  };
}

const GIVEN: Trust = { remote: 'high', local: 'high', parameter: 'medium', environment: 'medium' };

/** Those name files for the user who starts the program; what it reads while it runs may come through a pipe. */
const ARGUMENTS = 'the command line';

const REMOTE: Trust = { remote: 'high' };

/** Whether something tainted is joined below a folder that is not tainted itself. */
function isBelowFolder({ value, taints }: SinkFact): boolean {
  const last = holesOf(value).findLast((hole) =>
    hole.value.taints.some(({ source }) => taints.some((taint) => taint.source === source)),
  );
  return last !== undefined && /[/\\]/.test(last.before);
}
