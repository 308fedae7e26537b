import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { refusesText } from '#engine/analysis/judges/refuses-text.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import { holesOf, isOpenHole } from '#engine/analysis/judges/text-holes.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'python/xpath-injection',
  languages: ['python'],
  cwes: ['CWE-643'],
  title: 'XPath injection',
  severity: 'high',
  rationale:
    'Whoever writes a part of an XPath expression can select any part of the document, or pass a check that it makes.',
  remediation:
    'Keep the expression constant and pass the values as variables: root.xpath("//user[@name=$name]", name=name).',
  references: ['https://cwe.mitre.org/data/definitions/643.html', 'https://lxml.de/xpathxslt.html#the-xpath-method'],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    for (const sink of facts.sinks) {
      if (sink.kind !== 'xpath' || seen.has(sink.at.start) || isGuarded(facts, sink)) continue;
      const finding = judge(sink);
      if (finding === undefined) continue;
      seen.add(sink.at.start);
      report(sink.at, finding);
    }
  },
};

function judge({ value, taints, call, callee }: SinkFact): RuleFinding | undefined {
  const where = call === undefined ? callee : methodName(call);
  const outside = surestTaint(taints, { remote: 'high', local: 'medium' });
  if (outside !== undefined) {
    return {
      message: `${atBeginning(outside.taint.what)} becomes part of the XPath expression that '${where}' evaluates.`,
      confidence: outside.confidence,
      taint: outside.taint,
    };
  }
  // A value between quotes or after a comparison, as in SQL; a name of an element is seldom from outside.
  const hole = holesOf(value).find(
    ({ value: inner, before }) => isOpenHole(inner, 'xpath') && /(?:=\s*["']?|["'])$/.test(before),
  );
  const taint = hole?.value.taints.find(({ kind }) => kind === 'parameter');
  if (taint === undefined) return undefined;
  return {
    message: `The XPath expression that '${where}' evaluates has a value put into it as text.`,
    confidence: 'medium',
    taint,
  };
}

/** Whether every hole stands between quotes that its value was refused for. */
function isGuarded(facts: ModuleFacts, { value, within }: SinkFact): boolean {
  const holes = holesOf(value).filter((hole) => isOpenHole(hole.value, 'xpath'));
  return (
    holes.length > 0 &&
    holes.every((hole) => {
      const quote = /["']$/.exec(hole.before)?.[0];
      return quote !== undefined && refusesText(facts, within, hole.value.taints, quote);
    })
  );
}
