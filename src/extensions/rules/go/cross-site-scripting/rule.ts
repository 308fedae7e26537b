import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { isHtmlText, openHtmlHoles } from '#engine/analysis/judges/html-text.ts';
import { isInert } from '#engine/analysis/judges/inert-value.ts';
import { surestTaint, type Trust } from '#engine/analysis/judges/surest-taint.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';
import { markedText } from './marked-text.ts';
import { storedText } from './stored-text.ts';
import type { Taint } from '#engine/analysis/value.ts';

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
      const finding = sink.callee.startsWith('html/template.') ? markedText(facts, sink) : judge(facts, sink);
      if (finding === undefined) continue;
      seen.add(sink.at.start);
      report(sink.at, finding);
    }
  },
};

const WHOLE = /body|uploaded|socket|something/;

/**
 * A text or an error that a function of the program is given to show to whoever asked, without saying what kind of text the
 * browser gets. Bytes may be anything.
 */
function passedText(
  facts: ModuleFacts,
  taints: readonly Taint[],
  within: SinkFact['within'],
): ReturnType<typeof surestTaint> {
  if (within === undefined || /Content-?Type/i.test(facts.codeAt(within.function.at))) return undefined;
  const texts = within.function.parameters.filter(({ annotation }) =>
    /^(?:string|error)$/.test(writtenName(annotation)),
  );
  const shown = taints.filter(({ what }) => texts.some(({ name }) => what === `the parameter '${name}'`));
  return surestTaint(shown, { parameter: 'medium' });
}

function judge(facts: ModuleFacts, sink: SinkFact): RuleFinding | undefined {
  const { taints, call, callee, value, within, at } = sink;
  const isHtml = isHtmlText(value);
  const text = within === undefined ? facts.codeAt(at) : facts.codeAt(within.function.at);
  if (!isHtml && PLAIN.test(text)) return undefined;
  if (value.parts !== undefined && openHtmlHoles(value).every((hole) => isInert(hole.value, 'html'))) return undefined;
  // The framework calls the text plain unless it is told otherwise.
  if (callee.startsWith('fiber.') && !/text\/html|TextHTML|\.Type\("html/.test(text)) return undefined;
  const isTemplate = /\.Execute(?:Template)?$/.test(callee);
  const trust: Trust =
    isHtml || isTemplate ? { remote: 'high', parameter: 'medium', database: 'medium' } : { remote: 'medium' };
  // The text of an error says little of what was asked for.
  const isOfError = !isHtml && value.name?.endsWith('.Error()') === true;
  const outside = (isOfError ? undefined : surestTaint(taints, trust)) ?? passedText(facts, taints, within);
  if (outside === undefined) return isHtml ? judgeStored(facts, sink) : undefined;
  // What was read as bytes and is sent back as it is may be anything; not so what words were put around.
  const isWhole = value.parts === undefined;
  if (!isHtml && outside.taint.kind === 'remote' && (isWhole ? WHOLE : /body|uploaded|socket/).test(outside.taint.what))
    return undefined;
  return {
    message: `${atBeginning(outside.taint.what)} becomes part of the page that '${call === undefined ? callee : methodName(call)}' sends.`,
    confidence: outside.confidence,
    taint: outside.taint,
  };
}

function judgeStored(facts: ModuleFacts, sink: SinkFact): RuleFinding | undefined {
  const field = storedText(facts, sink);
  if (field === undefined) return undefined;
  return {
    message: `The field '${field}' is put into the page as it was stored.`,
    confidence: 'medium',
  };
}
