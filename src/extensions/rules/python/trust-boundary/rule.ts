import type { Expression } from '#engine/analysis/ir.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';
import type { Taint } from '#engine/analysis/value.ts';

export const rule: Rule = {
  id: 'python/trust-boundary',
  languages: ['python'],
  cwes: ['CWE-501'],
  title: 'Data of a request among the data of the session',
  severity: 'low',
  rationale:
    'What lies in the session is taken for checked; data of a request that is put there unchecked is trusted later on.',
  remediation: 'Check the value, and choose the key yourself, before it goes into the session.',
  references: ['https://cwe.mitre.org/data/definitions/501.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const sink of facts.sinks) {
      const finding = sink.kind === 'session' ? judge(sink.taints) : undefined;
      if (finding !== undefined) report(sink.at, finding);
    }
    for (const { target, value, key, at } of facts.assignments) {
      if (!isSession(target)) continue;
      const taints = [...value.taints, ...(key?.taints ?? [])];
      const finding = judge(taints.filter(({ safeFor }) => safeFor !== 'all' && !safeFor.includes('session')));
      if (finding !== undefined) report(at, finding);
    }
  },
};

function judge(taints: readonly Taint[]): RuleFinding | undefined {
  const outside = surestTaint(taints, { remote: 'medium' });
  if (outside === undefined) return undefined;
  return {
    message: `${atBeginning(outside.taint.what)} is put into the session unchecked.`,
    confidence: outside.confidence,
    taint: outside.taint,
  };
}

function isSession(target: Expression): boolean {
  return target.kind === 'index' && lastName(target.object) === 'session';
}
