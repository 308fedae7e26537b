import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { mentions } from '#engine/analysis/judges/names-within.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import { holesOf } from '#engine/analysis/judges/text-holes.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

/** Calls after which a path has no `..` left that could be compared away. */
const CHECKS =
  /^(?:realpath|abspath|commonpath|commonprefix|is_relative_to|relative_to|safe_join|secure_filename|basename|normpath|resolve|is_safe_path|is_safe|validate_path|sanitize_path|sanitize_filename)$/;

/** Calls that tell of a file, and do nothing to it. */
const ASKS = /^(?:exists|isfile|isdir|getsize|lexists|is_file|is_dir|stat|access)$/;

export const rule: Rule = {
  id: 'python/path-traversal',
  languages: ['python'],
  cwes: ['CWE-22', 'CWE-73'],
  title: 'Path traversal',
  severity: 'high',
  rationale:
    'A path that a stranger can write may hold `..` or start at the root, and then names files outside the folder that was meant.',
  remediation: 'Resolve the path and compare it with the folder it has to lie in, or take only the base name.',
  references: [
    'https://cwe.mitre.org/data/definitions/22.html',
    'https://cwe.mitre.org/data/definitions/73.html',
    'https://docs.python.org/3/library/pathlib.html#pathlib.PurePath.is_relative_to',
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
  if (isUpload(sink)) return undefined;
  const callee = sink.call === undefined ? sink.callee : methodName(sink.call);
  const outside = surestTaint(sink.taints, { remote: 'high', local: 'medium' });
  // Whether a file is there is also asked on the way to a check.
  if (ASKS.test(callee) && (outside?.confidence !== 'high' || mentions(facts, sink.within, CHECKS))) return undefined;
  if (outside !== undefined) {
    if (outside.taint.kind === 'local' && !isBelowFolder(sink)) return undefined;
    return {
      message: `${atBeginning(outside.taint.what)} decides which path '${callee}' uses.`,
      confidence: outside.confidence,
      taint: outside.taint,
    };
  }
  const member = sink.taints.find(({ what }) => what === 'the name of a member of an archive');
  if (member !== undefined && !mentions(facts, sink.within, CHECKS)) {
    return {
      message: `${atBeginning(member.what)} decides which path '${callee}' uses.`,
      confidence: 'medium',
      taint: member,
    };
  }
  const caller = surestTaint(sink.taints, { parameter: 'medium' });
  if (caller === undefined || !isBelowFolder(sink) || mentions(facts, sink.within, CHECKS)) return undefined;
  return {
    message: `${atBeginning(caller.taint.what)} is put below a folder to make the path that '${callee}' uses, and nothing keeps it there.`,
    confidence: 'medium',
    taint: caller.taint,
  };
}

/** An uploaded file itself, which is read where it is; its name is a path. */
function isUpload({ value: { parts, name }, taints: [first] }: SinkFact): boolean {
  return first?.what === 'an uploaded file' && parts === undefined && name !== undefined && !/name$/.test(name);
}

/** Whether something tainted is joined below a folder that is not tainted itself. */
function isBelowFolder({ value, taints }: SinkFact): boolean {
  const holes = holesOf(value);
  const last = holes.findLast((hole) =>
    hole.value.taints.some(({ source }) => taints.some((taint) => taint.source === source)),
  );
  if (last !== undefined) {
    if (!last.before.includes('/') && !last.before.includes('\\')) return false;
    // `keys/{client}/{name}`: the folder is fixed, whatever comes between.
    if (/[/\\]/.test(holes[0]?.before ?? '')) return true;
    return holes.every((hole) => hole === last || hole.value.taints.length === 0);
  }
  const { origin } = value;
  if (origin?.kind !== 'call') return false;
  return /(?:^|\.)(?:join|joinpath)$/.test(writtenName(origin.callee));
}
