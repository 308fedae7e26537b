import { countWork } from '#engine/analysis/rule-work.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import { openTaints } from '#engine/analysis/judges/open-taints.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'java/unbounded-size',
  languages: ['java'],
  cwes: ['CWE-789', 'CWE-770', 'CWE-190'],
  title: 'Size chosen from outside',
  severity: 'medium',
  rationale: 'Whoever chooses the size takes all the memory or time of the program, or makes it negative.',
  remediation: 'Compare the number with a limit before it is used.',
  references: [
    'https://cwe.mitre.org/data/definitions/789.html',
    'https://cwe.mitre.org/data/definitions/770.html',
    'https://cwe.mitre.org/data/definitions/190.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const sink of facts.sinks) {
      if ((sink.kind !== 'size' && sink.kind !== 'resource') || sink.path !== facts.module.path) continue;
      const surest = surestTaint(openTaints(sink.value, sink.kind), { remote: 'high', local: 'medium' });
      if (surest === undefined || isLimited(facts, sink)) continue;
      const what = sink.kind === 'size' ? 'The size of the array is' : 'The time to wait is';
      report(sink.at, {
        message: `${what} ${surest.taint.what}, whatever its value.`,
        confidence: surest.confidence,
        taint: surest.taint,
      });
    }
  },
};

/** Whether the function around compares the number, or takes the smaller of two. */
function isLimited(facts: ModuleFacts, { within, call }: SinkFact): boolean {
  const given = call?.expression.arguments[0]?.value;
  const name = lastName(given);
  const around = within?.function.at;
  countWork(facts.calls.length);
  const isAround = ({ start, end }: { start: number; end: number }): boolean =>
    around === undefined || (start >= around.start && end <= around.end);
  if (given?.kind === 'call' && /^(?:min|clamp)$/.test(lastName(given.callee))) return true;
  if (
    nodesOf(facts, 'compare').some(
      (node) =>
        isAround(node.at) &&
        /[<>]/.test(node.operator) &&
        (lastName(node.left) === name || lastName(node.right) === name),
    )
  )
    return true;
  return nodesOf(facts, 'call').some(
    (node) =>
      isAround(node.at) &&
      node.callee.kind === 'member' &&
      /^(?:min|clamp|checkArgument|isTrue)$/.test(node.callee.property),
  );
}
