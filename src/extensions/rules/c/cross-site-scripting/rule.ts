import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { wordsOf } from '#engine/analysis/judges/constant-of.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { surestTaint, type Trust } from '#engine/analysis/judges/surest-taint.ts';
import { isHtmlText } from '#engine/analysis/judges/html-text.ts';
import { openTaints } from '#engine/analysis/judges/open-taints.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/cross-site-scripting',
  languages: ['c', 'cpp'],
  cwes: ['CWE-79'],
  title: 'Cross-site scripting',
  severity: 'high',
  rationale:
    'Text of a request that comes back in a page is read as HTML, and may run scripts in the name of whoever sees it.',
  remediation: 'Write `&lt;`, `&gt;`, `&amp;` and `&quot;` in place of the signs that HTML gives a meaning to.',
  references: [
    'https://cwe.mitre.org/data/definitions/79.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    for (const call of facts.calls) {
      const finding = judgeFormat(call);
      if (finding === undefined) continue;
      seen.add(call.at.start);
      report(call.at, finding);
    }
    if (!writesPages(facts)) return;
    for (const sink of facts.sinks) {
      if (sink.kind !== 'html' || seen.has(sink.at.start)) continue;
      const outside = surestTaint(sink.taints, TRUST);
      if (outside === undefined) continue;
      seen.add(sink.at.start);
      report(sink.at, {
        message: `${atBeginning(outside.taint.what)} becomes part of the page that '${sink.call === undefined ? sink.callee : methodName(sink.call)}' writes.`,
        confidence: outside.confidence,
        taint: outside.taint,
      });
    }
  },
};

const TRUST: Trust = { remote: 'high', local: 'medium', database: 'medium' };

/** Whether the program answers a web server: it says what type its page has, or it asks for the request. */
function writesPages({ codeText }: ModuleFacts): boolean {
  return /content-type:\s*text\/html|\bQUERY_STRING\b|<html|<body/i.test(codeText);
}

/** Position of the format in what writes HTML from one. */
const FORMATS: Readonly<Record<string, number>> = {
  printf: 0,
  fprintf: 1,
  dprintf: 1,
  sprintf: 1,
  snprintf: 2,
  mg_printf: 1,
  mg_http_reply: 3,
  evbuffer_add_printf: 1,
  ap_rprintf: 1,
  FCGI_printf: 0,
  FCGX_FPrintF: 1,
  g_strdup_printf: 0,
  asprintf: 1,
};

/** A format that is HTML, and a text of somebody else for one of its `%s`. */
function judgeFormat(call: CallFact): RuleFinding | undefined {
  const name = methodName(call);
  const position = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  const format = position === undefined ? undefined : call.argument(position);
  if (position === undefined || format === undefined || !isHtmlText(format)) return undefined;
  const conversions = [
    ...wordsOf(format).matchAll(/%[-+ #0]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|ll|[hlzjt])?([a-zA-Z%])/g),
  ]
    .map(([, conversion]) => conversion)
    .filter((conversion) => conversion !== '%');
  for (const [index, conversion] of conversions.entries()) {
    const given = call.argument(position + 1 + index);
    if (conversion !== 's' || given === undefined || given.isNumeric === true) continue;
    const outside = surestTaint(openTaints(given, 'html'), FORMATTED);
    if (outside === undefined) continue;
    return {
      message: `${atBeginning(outside.taint.what)} becomes part of the page that '${name}' writes.`,
      confidence: outside.confidence,
      taint: outside.taint,
    };
  }
  return undefined;
}

const FORMATTED: Trust = {
  remote: 'high',
  local: 'medium',
  database: 'medium',
  environment: 'medium',
  parameter: 'medium',
};
