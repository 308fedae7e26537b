import type { CallFact, FunctionFact, ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import type { Place } from '#engine/analysis/ir.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { isHtmlText, openHtmlHoles } from '#engine/analysis/judges/html-text.ts';
import { mentions } from '#engine/analysis/judges/names-within.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';
import type { Taint, Value } from '#engine/analysis/value.ts';

/** Markdown may hold HTML, and what turns it into HTML lets that through. */
const MARKDOWN = /^(?:markdown2?|mistune|commonmark)\./;

/** Calls that say of a text that it is HTML already. */
const MARKS = /(?:^|\.)(?:mark_safe|Markup|SafeString|SafeText|format_html)$/;

export const rule: Rule = {
  id: 'python/cross-site-scripting',
  languages: ['python'],
  cwes: ['CWE-79'],
  title: 'Cross-site scripting',
  severity: 'high',
  rationale: 'Text that gets into a page unescaped can bring a script along, which then acts as the visitor.',
  remediation: 'Render a template that escapes, or pass the text through html.escape or markupsafe.escape.',
  references: [
    'https://cwe.mitre.org/data/definitions/79.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    const reportOnce = (at: Place, finding: RuleFinding | undefined): void => {
      if (finding === undefined || seen.has(at.start)) return;
      seen.add(at.start);
      report(at, finding);
    };
    for (const sink of facts.sinks) if (sink.kind === 'html') reportOnce(sink.at, judgeSink(facts, sink));
    for (const call of facts.callsOf('flask.render_template_string'))
      reportOnce(call.expression.at, judgeTemplate(call));
    for (const fact of facts.functions) {
      for (const { value, at } of fact.returns) {
        reportOnce(at, fact.route?.returnsHtml === true ? judgeReturn(fact, value) : judgeHtml(facts, fact, value));
      }
    }
  },
};

function judgeSink(facts: ModuleFacts, sink: SinkFact): RuleFinding | undefined {
  const { value, call, callee } = sink;
  const where = call === undefined ? callee : methodName(call);
  if (MARKDOWN.test(callee)) return judgeMarkdown(facts, sink, where);
  const outside = surestTaint(sink.taints, { remote: 'high', parameter: 'medium' });
  if (outside !== undefined && (outside.confidence === 'high' || !MARKS.test(callee))) {
    return {
      message: `${atBeginning(outside.taint.what)} gets into the page through '${where}' without being escaped.`,
      confidence: outside.confidence,
      taint: outside.taint,
    };
  }
  if (MARKS.test(callee) && isJson(value)) {
    return {
      message: `'${where}' declares JSON safe, which may hold the end of the script it stands in.`,
      confidence: 'medium',
    };
  }
  const hole = openHtmlHoles(value)[0];
  if (hole === undefined || !isHtmlText(value)) return undefined;
  const [taint] = hole.value.taints;
  return {
    message: MARKS.test(callee)
      ? `'${where}' declares a text safe that has a value put into it without being escaped.`
      : `The HTML that '${where}' sends has a value put into it without being escaped.`,
    confidence: 'medium',
    ...(taint === undefined ? {} : { taint }),
  };
}

/** A template that says of its values that they are HTML already. */
function judgeTemplate(call: CallFact): RuleFinding | undefined {
  const text = textOf(call.argument(0, 'source'));
  if (text === undefined || !/\|\s*safe\b|\bautoescape\s+false\b/.test(text)) return undefined;
  const given = call.arguments.filter(({ argument }) => argument.name !== undefined && text.includes(argument.name));
  const outside = surestTaint(
    given.flatMap(({ value }) => value.taints.filter(isUnescaped)),
    { remote: 'high' },
  );
  if (outside === undefined) return undefined;
  return {
    message: `${atBeginning(outside.taint.what)} gets into the page through a template that does not escape it.`,
    confidence: outside.confidence,
    taint: outside.taint,
  };
}

function judgeMarkdown(
  facts: ModuleFacts,
  { value, taints, within }: SinkFact,
  where: string,
): RuleFinding | undefined {
  if (value.constant !== undefined || value.isFixed === true || value.name?.startsWith('io.') === true)
    return undefined;
  if (taints.some(({ kind }) => kind === 'file') || mentions(facts, within, /clean|bleach|sanit|escape|safe/i))
    return undefined;
  const [taint] = taints;
  return {
    message: `The HTML that '${where}' makes of Markdown keeps the HTML that was in it.`,
    confidence: 'medium',
    ...(taint === undefined ? {} : { taint }),
  };
}

function isJson({ traits, origin }: Value): boolean {
  return (
    traits.some((trait) => /(?:^|\.)json\.dumps$/.test(trait)) ||
    (origin?.kind === 'call' && /(?:^|\.)json\.dumps$/.test(writtenName(origin.callee)))
  );
}

function judgeReturn({ function: { name } }: FunctionFact, value: Value): RuleFinding | undefined {
  const sent = sentText(value);
  if (sent === undefined) return undefined;
  const outside = surestTaint(sent.taints.filter(isUnescaped), { remote: 'high' });
  if (outside === undefined) return undefined;
  return {
    message: `${atBeginning(outside.taint.what)} gets into the page that '${name}' returns without being escaped.`,
    confidence: isOpaque(sent) ? 'medium' : outside.confidence,
    taint: outside.taint,
  };
}

/** A function that is no route itself, but puts together what one sends. */
function judgeHtml(facts: ModuleFacts, { function: { name } }: FunctionFact, value: Value): RuleFinding | undefined {
  if (value.parts === undefined || !isHtmlText(value) || /repr|__str__/.test(name)) return undefined;
  const holes = openHtmlHoles(value);
  const taints = holes.flatMap((hole) => hole.value.taints.filter(isUnescaped));
  const outside = surestTaint(taints, {
    remote: 'high',
    // Whatever its callers here pass to it is followed from there.
    ...(isCalled(facts, name) ? {} : { parameter: 'medium', database: 'medium' }),
  });
  if (outside !== undefined) {
    return {
      message: `${atBeginning(outside.taint.what)} gets into the HTML that '${name}' returns without being escaped.`,
      confidence: outside.confidence,
      taint: outside.taint,
    };
  }
  if (
    isCalled(facts, name) ||
    !holes.some((hole) => hole.value.origin?.kind === 'member' || hole.value.origin?.kind === 'call')
  )
    return undefined;
  return {
    message: `The HTML that '${name}' returns has a value put into it without being escaped.`,
    confidence: 'medium',
  };
}

function isCalled({ calls }: ModuleFacts, name: string): boolean {
  return calls.some((call) => methodName(call) === name);
}

/** What of a returned value is sent as HTML: a text, or the first of `text, status`. */
function sentText(value: Value): Value | undefined {
  if (value.form === 'tuple') {
    const first = value.fields?.get('0');
    return first === undefined ? undefined : sentText(first);
  }
  if (value.form !== undefined || value.isNumeric === true) return undefined;
  if (value.name !== undefined && /(?:Response|redirect|jsonify|send_file)\b/i.test(value.name)) return undefined;
  return value;
}

function isUnescaped({ safeFor }: Taint): boolean {
  return safeFor !== 'all' && !safeFor.includes('html');
}

/** The result of a call that this file says nothing about. */
function isOpaque({ origin, parts }: Value): boolean {
  if (parts !== undefined || origin?.kind !== 'call') return false;
  return !/(?:^|\.)(?:get|get_json|get_data|format|join|replace|lower|upper|strip|str|decode|input|getlist|pop)$/.test(
    writtenName(origin.callee),
  );
}
