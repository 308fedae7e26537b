import { countWork } from '#engine/analysis/rule-work.ts';
import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { mentions } from '#engine/analysis/judges/names-within.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import { holesOf } from '#engine/analysis/judges/text-holes.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

/** Calls after which a path has no `..` left that could be compared away, and calls that refuse one. */
const CHECKS =
  /^(?:EvalSymlinks|Rel|Base|IsLocal|ValidPath|SecureJoin|OpenRoot|OpenInRoot|\w*(?:[vV]alidate|[sS]anitize|[sS]afe|[cC]heck)\w*(?:Path|File|Name|Join)\w*)$/;

export const rule: Rule = {
  id: 'go/path-traversal',
  languages: ['go'],
  cwes: ['CWE-22', 'CWE-73'],
  title: 'Path traversal',
  severity: 'high',
  rationale:
    'A path that a stranger can write may hold `..` or start at the root, and then names files outside the folder that was meant.',
  remediation:
    'Refuse names for which filepath.IsLocal is false, or clean the path and compare it with the folder it has to lie in.',
  references: [
    'https://cwe.mitre.org/data/definitions/22.html',
    'https://cwe.mitre.org/data/definitions/73.html',
    'https://pkg.go.dev/path/filepath#IsLocal',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    for (const sink of facts.sinks) {
      if (sink.kind !== 'path' || seen.has(sink.at.start)) continue;
      const finding = judge(facts, sink);
      if (finding === undefined) continue;
      seen.add(sink.at.start);
      report(sink.at, finding);
    }
  },
};

function judge(facts: ModuleFacts, sink: SinkFact): RuleFinding | undefined {
  const callee = sink.call === undefined ? sink.callee : methodName(sink.call);
  // The names of members of archives are another rule's.
  if (sink.taints.some(({ what }) => what.includes('archive'))) return undefined;
  const outside = surestTaint(sink.taints, { remote: 'high' });
  if (outside !== undefined) {
    return {
      message: `${atBeginning(outside.taint.what)} decides which path '${callee}' uses.`,
      confidence: outside.confidence,
      taint: outside.taint,
    };
  }
  const free = sink.taints.filter(({ source }) => !isPrefixTested(facts, sink, source));
  const caller = surestTaint(free, { parameter: 'medium', local: 'medium' });
  if (caller === undefined || mentions(facts, sink.within, CHECKS)) return undefined;
  if (!isBelowFolder(sink, (source) => isPrefixTested(facts, sink, source))) return undefined;
  return {
    message: `${atBeginning(caller.taint.what)} is put below a folder to make the path that '${callee}' uses, and nothing keeps it there.`,
    confidence: isFileName(caller.taint.what) ? 'medium' : 'low',
    taint: caller.taint,
  };
}

/** A parameter whose name says that it is the name of a file that somebody gives. */
function isFileName(what: string): boolean {
  const name = /^the parameter '(\w+)'$/.exec(what)?.[1];
  return (
    name === undefined ||
    /^(?:user|file|path|name|filename|filepath|fname|input|requested|upload|key|id|template|page|doc)/i.test(name)
  );
}

/** Whether something tainted is joined below a folder that is not tainted itself, or to which the result is compared. */
function isBelowFolder({ value, taints }: SinkFact, isCompared: (source: string) => boolean): boolean {
  const holes = holesOf(value);
  const last = holes.findLast((hole) =>
    hole.value.taints.some(({ source }) => taints.some((taint) => taint.source === source)),
  );
  if (last === undefined || !/[/\\]/.test(last.before)) return false;
  if (/[/\\]/.test(holes[0]?.before ?? '')) return true;
  return holes.every(
    (hole) =>
      hole === last || hole.value.taints.length === 0 || hole.value.taints.some(({ source }) => isCompared(source)),
  );
}

/** `strings.HasPrefix(path, root)`, which lets `..` and `root-of-others` pass. */
function isPrefixTested(facts: ModuleFacts, { within }: SinkFact, root: string): boolean {
  countWork(facts.calls.length);
  return facts.calls.some(
    (call) =>
      call.within === within &&
      methodName(call) === 'HasPrefix' &&
      call.argument(0)?.taints.some(({ source }) => source === root) === true,
  );
}
