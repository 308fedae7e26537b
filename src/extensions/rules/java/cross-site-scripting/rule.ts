import { countWork } from '#engine/analysis/rule-work.ts';
import type { FunctionFact, ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import { isHtmlText } from '#engine/analysis/judges/html-text.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { openTaints } from '#engine/analysis/judges/open-taints.ts';
import { hasShape } from '#engine/analysis/judges/text-holes.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Report, Rule, RuleFinding } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';
import { storedPiece, storedPieces, wronglyEscaped } from './page-pieces.ts';

/** Types of answers that browsers show as pages. */
const HARMLESS_TYPE = /application\/(?:json|xml|octet-stream|pdf|javascript)|text\/(?:plain|csv)|image\//i;

/** Bodies of answers that say nothing of what is in them. */
const RAW_BODY = /^httpserver\.Body\.|HttpServerResponse\./;

export const rule: Rule = {
  id: 'java/cross-site-scripting',
  languages: ['java'],
  cwes: ['CWE-79', 'CWE-80'],
  title: 'Cross-site scripting',
  severity: 'high',
  rationale: 'Text of a stranger that becomes part of a page can bring a script with it.',
  remediation: 'Encode the text for HTML before it becomes part of a page, or leave that to a template.',
  references: [
    'https://cwe.mitre.org/data/definitions/79.html',
    'https://cwe.mitre.org/data/definitions/80.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    const pages = new Set<FunctionFact | undefined>();
    for (const sink of facts.sinks) {
      if (sink.kind !== 'html' || sink.path !== facts.module.path || seen.has(sink.at.start)) continue;
      if (RAW_BODY.test(sink.callee) && !isHtmlText(sink.value)) continue;
      if (HARMLESS_TYPE.test(typeOfAnswer(facts, sink))) continue;
      const finding =
        flowFinding(sink, { remote: 'high' }, (what) => `The page contains ${what} as it was sent.`) ??
        judgePieces(sink.value, sink.within);
      if (finding === undefined) continue;
      seen.add(sink.at.start);
      pages.add(sink.within);
      report(sink.at, finding);
    }
    for (const one of facts.functions) if (checkReturned(one, report)) pages.add(one);
    for (const { at, name, within } of storedPieces(facts)) {
      if (pages.has(within)) continue;
      pages.add(within);
      report(at, { message: `The page contains '${name}' as it was stored.`, confidence: 'medium' });
    }
  },
};

/** What was stored, and what was escaped for another place than the one it is put to. */
function judgePieces(value: Value, within: FunctionFact | undefined): RuleFinding | undefined {
  const taint = wronglyEscaped(value);
  if (taint !== undefined)
    return { message: `In a script ${taint.what} is escaped for markup alone.`, confidence: 'medium', taint };
  const stored = storedPiece(value, within);
  return stored === undefined
    ? undefined
    : { message: `The page contains '${stored}' as it was stored.`, confidence: 'medium' };
}

/** The content types that the function around sets. */
function typeOfAnswer(facts: ModuleFacts, sink: SinkFact): string {
  const types: string[] = [];
  countWork(facts.calls.length);
  for (const call of facts.calls) {
    if (
      call.within !== sink.within ||
      !/^(?:setContentType|setHeader|addHeader|putHeader|set|add|type)$/.test(lastName({ ...call.expression.callee }))
    )
      continue;
    for (const { value } of call.arguments)
      if (typeof value.constant?.value === 'string') types.push(value.constant.value);
  }
  return types.join(' ');
}

/** What a controller's method returns is the body of the answer. */
function checkReturned(one: FunctionFact, report: Report): boolean {
  if (one.route === undefined || (!one.route.returnsHtml && !answersItself(one))) return false;
  const { registration } = one.route;
  const produces =
    registration?.argument('produces')?.constant?.value ?? registration?.argument('produces')?.name ?? '';
  if (typeof produces === 'string' && /json|plain|xml|octet/i.test(produces)) return false;
  let isReported = false;
  for (const { value, at } of one.returns) {
    const pieces = judgePieces(value, one);
    if (pieces !== undefined) {
      report(at, pieces);
      isReported = true;
      continue;
    }
    const taint = mainTaint(openTaints(value, 'html'), ['remote']);
    if (taint === undefined || value.isNumeric === true || !hasShape(value) || !isHtmlText(value)) continue;
    report(at, { message: `The page contains ${taint.what} as it was sent.`, confidence: 'high', taint });
    isReported = true;
  }
  return isReported;
}

function answersItself({ decorators, class: owner }: FunctionFact): boolean {
  if (decorators.some(({ name }) => /(?:ResponseBody|\.Produces|ws\.rs\.\w+)$/.test(name))) return true;
  return (
    owner === undefined || owner.decorators.some((decorator) => /^(?:RestController|Path)$/.test(nameOf(decorator)))
  );
}

function nameOf(decorator: Expression): string {
  return lastName(decorator.kind === 'call' ? decorator.callee : decorator);
}
