import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import { holesOf, isOpenHole, wordsWithBlanks } from '#engine/analysis/judges/text-holes.ts';
import type { CallFact } from '#engine/analysis/facts.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

const TAKES_XML = /(?:^|\.)(?:fromstring|XML|parseString|parse|write|write_text|writelines|send|post|put)$/;

export const rule: Rule = {
  id: 'python/xml-injection',
  languages: ['python'],
  cwes: ['CWE-91'],
  title: 'XML injection',
  severity: 'medium',
  rationale: 'A value with angle brackets adds elements of its own to a document that is put together as text.',
  remediation: 'Build the document from elements, or pass each value through xml.sax.saxutils.escape.',
  references: [
    'https://cwe.mitre.org/data/definitions/91.html',
    'https://docs.python.org/3/library/xml.sax.utils.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      if (!TAKES_XML.test(methodName(call))) continue;
      const finding = call.arguments.map(({ value }) => judge(value, call)).find((one) => one !== undefined);
      if (finding !== undefined) report(call.expression.at, finding);
    }
  },
};

function judge(value: Value, call: CallFact): RuleFinding | undefined {
  if (value.parts === undefined || !isXml(value)) return undefined;
  const taints = holesOf(value)
    .filter((hole) => isOpenHole(hole.value, 'xml'))
    .flatMap((hole) => hole.value.taints);
  const outside = surestTaint(taints, { remote: 'high', local: 'medium' });
  if (outside === undefined) return undefined;
  return {
    message: `${atBeginning(outside.taint.what)} is put into the XML text that '${methodName(call)}' gets without being escaped.`,
    confidence: outside.confidence,
    taint: outside.taint,
  };
}

/** An XML declaration, or elements that HTML does not have around the first hole. */
function isXml(value: Value): boolean {
  const words = wordsWithBlanks(value).trimStart();
  if (words.startsWith('<?xml')) return true;
  const root = /^<([A-Za-z][\w:.-]*)[\s>]/.exec(words)?.[1]?.toLowerCase();
  return root !== undefined && !HTML_ROOTS.has(root);
}

const HTML_ROOTS: ReadonlySet<string> = new Set(
  'html head body div span p a b i u h1 h2 h3 h4 h5 h6 ul ol li table tr td th form input script style img pre br hr strong em title label button'.split(
    ' ',
  ),
);
