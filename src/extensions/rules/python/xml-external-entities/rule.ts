import type { CallFact, ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { calleeName, methodName } from '#engine/analysis/judges/callee-name.ts';
import { isConstant } from '#engine/analysis/judges/constant-of.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'python/xml-external-entities',
  languages: ['python'],
  cwes: ['CWE-611', 'CWE-827', 'CWE-776'],
  title: 'XML with entities from outside',
  severity: 'high',
  rationale:
    'A document that defines entities can make the parser read files, ask other machines, or grow without end.',
  remediation: 'Parse with defusedxml, or with a parser that has resolve_entities=False and no_network=True.',
  references: [
    'https://cwe.mitre.org/data/definitions/611.html',
    'https://cwe.mitre.org/data/definitions/827.html',
    'https://cwe.mitre.org/data/definitions/776.html',
    'https://docs.python.org/3/library/xml.html#xml-security',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const finding = judgeSetting(call);
      if (finding !== undefined && !readsOnlyOwn(facts, call)) report(call.expression.at, finding);
    }
    const seen = new Set<number>();
    for (const sink of facts.sinks) {
      if (sink.kind !== 'xml' || seen.has(sink.at.start)) continue;
      const finding = judgeParse(facts, sink);
      if (finding === undefined) continue;
      seen.add(sink.at.start);
      report(sink.at, finding);
    }
  },
};

/** Settings that switch entities, DTDs or the network on. */
function judgeSetting(call: CallFact): RuleFinding | undefined {
  const name = calleeName(call);
  if (/(?:^|\.)etree\.(?:XMLParser|ETCompatXMLParser|iterparse|XMLPullParser)$/.test(name)) {
    if (isConstant(call.argument('resolve_entities'), true)) return says('The parser resolves entities.');
    if (isConstant(call.argument('no_network'), false))
      return says('The parser reads entities and DTDs from the network.');
    if (isConstant(call.argument('load_dtd'), true)) return says('The parser loads the DTD that the document names.');
    if (isConstant(call.argument('huge_tree'), true)) return says('The parser accepts entities that grow without end.');
    if (name.endsWith('XMLParser') && !call.has('resolve_entities', 'target') && !call.hasSpread) {
      return { message: 'The parser resolves entities, as it does by default before lxml 5.', confidence: 'medium' };
    }
  }
  if (methodName(call) === 'setFeature' && isOn(call)) {
    const feature = writtenName(call.expression.arguments[0]?.value);
    const text = call.argument(0)?.constant?.value;
    if (
      /feature_external_(?:ges|pes)$/.test(feature) ||
      (typeof text === 'string' && /external-(?:general|parameter)-entities$/.test(text))
    ) {
      return says('The parser reads external entities.');
    }
  }
  return undefined;
}

/** Whether all that is parsed in the function around it is written in the code. */
function readsOnlyOwn({ calls }: ModuleFacts, setting: CallFact): boolean {
  const parsed = calls.filter(
    (call) =>
      call.within === setting.within && /^(?:parse|parseString|fromstring|XML|iterparse|feed)$/.test(methodName(call)),
  );
  // A fixed path says nothing of what is in the file.
  return (
    parsed.length > 0 && parsed.every((call) => methodName(call) !== 'parse' && call.argument(0)?.isFixed === true)
  );
}

function isOn({ argument }: CallFact): boolean {
  const value = argument(1)?.constant?.value;
  return value === true || value === 1;
}

function says(message: string): RuleFinding {
  return { message, confidence: 'high' };
}

/** Parsers of lxml resolve entities unless told otherwise. */
function judgeParse({ calls }: ModuleFacts, sink: SinkFact): RuleFinding | undefined {
  const { call, callee } = sink;
  const parser = call?.argument('parser', 1);
  const isLxml = callee.startsWith('lxml.');
  if (parser !== undefined && (!isLxml || isHardened(calls, parser.name, sink))) return undefined;
  const outside = surestTaint(sink.taints, { remote: 'high', local: 'medium', parameter: isLxml ? 'medium' : 'low' });
  if (outside === undefined || outside.confidence === 'low') return undefined;
  return {
    message: `${atBeginning(outside.taint.what)} is parsed by '${call === undefined ? callee : methodName(call)}', which accepts documents that define entities.`,
    confidence: isLxml ? outside.confidence : 'medium',
    taint: outside.taint,
  };
}

/** Whether the parser that is passed was made without entities. */
function isHardened(calls: readonly CallFact[], name: string | undefined, sink: SinkFact): boolean {
  if (name !== undefined && /defused/.test(name)) return true;
  return calls.some(
    (call) =>
      /(?:XMLParser|HTMLParser)$/.test(calleeName(call)) &&
      (call.within === sink.within || call.within === undefined) &&
      (isConstant(call.argument('resolve_entities'), false) || calleeName(call).endsWith('HTMLParser')),
  );
}
