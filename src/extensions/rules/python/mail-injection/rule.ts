import type { Expression } from '#engine/analysis/ir.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';
import type { Taint } from '#engine/analysis/value.ts';

const HEADERS = /^(?:subject|to|cc|bcc|from|reply-to|sender)$/i;

export const rule: Rule = {
  id: 'python/mail-injection',
  languages: ['python'],
  cwes: ['CWE-93', 'CWE-74'],
  title: 'Injection into the headers of a mail',
  severity: 'medium',
  rationale: 'A line break in a header of a mail adds further headers, and with them recipients.',
  remediation: 'Refuse line breaks in addresses and subjects, and build the mail with email.message.EmailMessage.',
  references: [
    'https://cwe.mitre.org/data/definitions/93.html',
    'https://cwe.mitre.org/data/definitions/74.html',
    'https://docs.python.org/3/library/email.policy.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    for (const sink of facts.sinks) {
      if (sink.kind !== 'mail' || seen.has(sink.at.start)) continue;
      const finding = judge(sink.taints);
      if (finding === undefined) continue;
      seen.add(sink.at.start);
      report(sink.at, finding);
    }
    for (const { target, value, at } of facts.assignments) {
      if (!isHeader(target) || seen.has(at.start)) continue;
      const finding = judge(value.taints.filter(({ safeFor }) => safeFor !== 'all' && !safeFor.includes('mail')));
      if (finding !== undefined) report(at, finding);
    }
  },
};

function judge(taints: readonly Taint[]): RuleFinding | undefined {
  const outside = surestTaint(taints, { remote: 'medium' });
  if (outside === undefined) return undefined;
  return {
    message: `${atBeginning(outside.taint.what)} becomes part of a mail with its line breaks.`,
    confidence: outside.confidence,
    taint: outside.taint,
  };
}

/** `message['Subject'] = …`. */
function isHeader(target: Expression): boolean {
  if (target.kind !== 'index' || target.index.kind !== 'literal' || typeof target.index.value !== 'string')
    return false;
  if (!HEADERS.test(target.index.value)) return false;
  return target.object.kind === 'name' && /^(?:msg|message|mail|email|mime)\w*$/i.test(target.object.name);
}
