import type { SinkFact } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';
import type { Taint } from '#engine/analysis/value.ts';

export const rule: Rule = {
  id: 'python/header-injection',
  languages: ['python'],
  cwes: ['CWE-113'],
  title: 'Injection of response headers',
  severity: 'medium',
  rationale:
    'A line break in the value of a header ends the header, so that a stranger writes further headers or the page itself.',
  remediation: 'Refuse values with line breaks, or encode the value with urllib.parse.quote.',
  references: [
    'https://cwe.mitre.org/data/definitions/113.html',
    'https://owasp.org/www-community/attacks/HTTP_Response_Splitting',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    for (const sink of facts.sinks) {
      if (sink.kind !== 'header' && !isCookieValue(sink)) continue;
      const finding = judge(sink.taints);
      if (finding === undefined || seen.has(sink.at.start)) continue;
      seen.add(sink.at.start);
      report(sink.at, finding);
    }
    for (const { target, object, value, at } of facts.assignments) {
      // Headers of a request are what this program sends, or what it was sent.
      if (!isHeader(target) || object?.name?.startsWith('web.Request') === true || seen.has(at.start)) continue;
      const finding = judge(value.taints.filter(({ safeFor }) => safeFor !== 'all' && !safeFor.includes('header')));
      if (finding === undefined) continue;
      seen.add(at.start);
      report(at, finding);
    }
  },
};

function judge(taints: readonly Taint[]): RuleFinding | undefined {
  const outside = surestTaint(taints, { remote: 'high' });
  if (outside === undefined) return undefined;
  return {
    message: `${atBeginning(outside.taint.what)} becomes a header of the response as it is.`,
    confidence: outside.confidence,
    taint: outside.taint,
  };
}

function isCookieValue({ kind }: SinkFact): boolean {
  return kind === 'cookie';
}

/** `response.headers[name] = …`, and Django's `response[name] = …`. */
function isHeader(target: Expression): boolean {
  if (target.kind !== 'index') return false;
  const { object, index } = target;
  if (lastName(object) === 'headers') return true;
  return (
    object.kind === 'name' &&
    /^(?:response|resp|res)$/.test(object.name) &&
    index.kind === 'literal' &&
    typeof index.value === 'string' &&
    /^[A-Z][\w-]+$/.test(index.value)
  );
}
