import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import { holesOf, isOpenHole } from '#engine/analysis/judges/text-holes.ts';
import type { Rule } from '#engine/analysis/rule.ts';

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
  sinks: ['xpath'],

  checkSink: ({ value, taints, call, callee }, report) => {
    const where = call === undefined ? callee : methodName(call);
    const outside = surestTaint(taints, { remote: 'high', local: 'medium' });
    if (outside !== undefined) {
      report({
        message: `${atBeginning(outside.taint.what)} becomes part of the XPath expression that '${where}' evaluates.`,
        confidence: outside.confidence,
        taint: outside.taint,
      });
      return;
    }
    // A value between quotes or after a comparison, as in SQL; a name of an element is seldom from outside.
    const hole = holesOf(value).find(
      ({ value: inner, before }) => isOpenHole(inner, 'xpath') && /(?:=\s*["']?|["'])$/.test(before),
    );
    const taint = hole?.value.taints.find(({ kind }) => kind === 'parameter');
    if (taint === undefined) return;
    report({
      message: `The XPath expression that '${where}' evaluates has a value put into it as text.`,
      confidence: 'medium',
      taint,
    });
  },
};
