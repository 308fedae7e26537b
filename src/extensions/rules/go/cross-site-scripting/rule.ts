import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { isHtmlText, openHtmlHoles } from '#engine/analysis/judges/html-text.ts';
import { isInert } from '#engine/analysis/judges/inert-value.ts';
import { surestTaint, type Trust } from '#engine/analysis/judges/surest-taint.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

/** Types of replies that browsers show as they are. */
const PLAIN = /["'`](?:application\/(?!xhtml|xml)[\w.+-]+|text\/(?:plain|csv|event-stream)|image\/(?!svg)[\w+-]+)/;

export const rule: Rule = {
  id: 'go/cross-site-scripting',
  languages: ['go'],
  cwes: ['CWE-79'],
  title: 'Cross-site scripting',
  severity: 'high',
  rationale: 'Text that is read as markup can hold a script, which runs with the rights of whoever looks at the page.',
  remediation: 'Show the value with html/template, or escape it with html.EscapeString.',
  references: ['https://cwe.mitre.org/data/definitions/79.html', 'https://pkg.go.dev/html/template'],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    for (const sink of facts.sinks) {
      if (sink.kind !== 'html' || seen.has(sink.at.start)) continue;
      const finding = sink.callee.startsWith('html/template.') ? judgeMark(sink) : judge(facts, sink);
      if (finding === undefined) continue;
      seen.add(sink.at.start);
      report(sink.at, finding);
    }
  },
};

/** `template.HTML(value)` says that the value is markup. */
function judgeMark({ taints, callee, value }: SinkFact): RuleFinding | undefined {
  const isShaped = value.parts !== undefined && isHtmlText(value);
  const outside = surestTaint(taints, { remote: 'high', parameter: isShaped ? 'medium' : 'low' });
  if (outside === undefined) return undefined;
  return {
    message: `${atBeginning(outside.taint.what)} is declared to be safe markup by '${callee.replace('html/', '')}'.`,
    confidence: outside.confidence,
    taint: outside.taint,
  };
}

function judge(facts: ModuleFacts, { taints, call, callee, value, within, at }: SinkFact): RuleFinding | undefined {
  const isHtml = isHtmlText(value);
  const text = within === undefined ? facts.codeAt(at) : facts.codeAt(within.function.at);
  if (!isHtml && PLAIN.test(text)) return undefined;
  if (value.parts !== undefined && openHtmlHoles(value).every((hole) => isInert(hole.value, 'html'))) return undefined;
  const isTemplate = /\.Execute(?:Template)?$/.test(callee);
  const trust: Trust =
    isHtml || isTemplate ? { remote: 'high', parameter: 'medium', database: 'medium' } : { remote: 'medium' };
  const outside = surestTaint(taints, trust);
  if (outside === undefined) return undefined;
  // What was read as bytes and is sent back as it is may be anything.
  if (!isHtml && /body|uploaded|socket|something/.test(outside.taint.what)) return undefined;
  return {
    message: `${atBeginning(outside.taint.what)} becomes part of the page that '${call === undefined ? callee : methodName(call)}' sends.`,
    confidence: outside.confidence,
    taint: outside.taint,
  };
}
