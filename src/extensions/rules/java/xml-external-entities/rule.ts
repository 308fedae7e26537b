import { countWork } from '#engine/analysis/rule-work.ts';
import type { CallFact, FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { callsWithin } from '#engine/analysis/judges/calls-within.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { definitionOf, parentOf } from '#engine/analysis/judges/surroundings.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Report, Rule, TextEdit } from '#engine/analysis/rule.ts';

/** How a parser comes into being, what it then does with a document, and the call that makes it safe. */
const PARSERS: readonly {
  readonly made: RegExp;
  readonly reads: RegExp;
  readonly setting: string | undefined;
}[] = [
  {
    made: /DocumentBuilderFactory\.new(?:Default)?(?:NS)?Instance$/,
    reads: /^(?:parse|newDocumentBuilder)$/,
    setting: 'setFeature("http://apache.org/xml/features/disallow-doctype-decl", true)',
  },
  {
    made: /SAXParserFactory\.new(?:Default)?(?:NS)?Instance$/,
    reads: /^(?:parse|newSAXParser|getXMLReader)$/,
    setting: 'setFeature("http://apache.org/xml/features/disallow-doctype-decl", true)',
  },
  {
    made: /XMLInputFactory\.new(?:Instance|Factory|DefaultFactory)$/,
    reads: /^createXML(?:Stream|Event)Reader$/,
    setting: 'setProperty(javax.xml.stream.XMLInputFactory.SUPPORT_DTD, false)',
  },
  {
    made: /XMLReaderFactory\.createXMLReader$/,
    reads: /^parse$/,
    setting: 'setFeature("http://apache.org/xml/features/disallow-doctype-decl", true)',
  },
  {
    made: /(?:^|\.)SAXBuilder$/,
    reads: /^build$/,
    setting: 'setFeature("http://apache.org/xml/features/disallow-doctype-decl", true)',
  },
  { made: /(?:^|\.)SAXReader$/, reads: /^read$/, setting: undefined },
  { made: /(?:^|\.)Digester$/, reads: /^parse$/, setting: undefined },
];

/**
 * Settings without which a document can name files as entities; each of them is enough. To refuse parameter entities or
 * the external part of a document type leaves the general entities.
 */
const CLOSING =
  /disallow-doctype-decl|external-general-entities|SUPPORT_DTD|supportDTD|IS_SUPPORTING_EXTERNAL_ENTITIES|isSupportingExternalEntities|ACCESS_EXTERNAL_(?:DTD|SCHEMA|STYLESHEET)|accessExternalDTD|secure-?_?processing/i;
/** A setting with a text that is not in sight, and methods that are settings themselves. */
const CLOSING_METHOD = /^(?:setEntityResolver|setXMLResolver|setExpandEntities)$/;

export const rule: Rule = {
  id: 'java/xml-external-entities',
  languages: ['java'],
  cwes: ['CWE-611', 'CWE-776', 'CWE-827'],
  title: 'XML external entities',
  severity: 'high',
  rationale: 'A document can name files and addresses as entities, which the parser then reads for whoever sent it.',
  remediation: 'Refuse document types: set the feature disallow-doctype-decl, or SUPPORT_DTD to false.',
  references: [
    'https://cwe.mitre.org/data/definitions/611.html',
    'https://cwe.mitre.org/data/definitions/776.html',
    'https://cwe.mitre.org/data/definitions/827.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const known = new Map<FunctionFact | undefined, readonly CallFact[]>();
    const around: Around = (within) => {
      const near = known.get(within) ?? (within === undefined ? facts.calls : callsAround(facts, within));
      known.set(within, near);
      return near;
    };
    for (const call of facts.calls) {
      const [name = ''] = call.names;
      const parser = PARSERS.find(({ made }) => made.test(name));
      if (parser !== undefined) checkParser(facts, call, parser, around(call.within), report);
      else if (/TransformerFactory\.newTransformer$/.test(name)) checkTransformer(call, around(call.within), report);
      else if (readsDocument(call)) checkDocument(call, around(call.within), report);
    }
  },
};

/** Calls that may speak of what a function makes. */
type Around = (within: FunctionFact | undefined) => readonly CallFact[];

function checkParser(
  facts: ModuleFacts,
  call: CallFact,
  parser: (typeof PARSERS)[number],
  near: readonly CallFact[],
  report: Report,
): void {
  countWork(near.length);
  const reading = (near.some((one) => parser.reads.test(methodOf(one))) ? near : facts.calls).filter((one) =>
    parser.reads.test(methodOf(one)),
  );
  if (reading.length === 0) return;
  if (near.some((one) => isClosing(one) && !isOfOther(facts, one, call) && !comesTooLate(one, reading))) return;
  const taint = mainTaint(
    reading.flatMap(({ arguments: given }) => given.flatMap(({ value }) => value.taints)),
    ['remote'],
  );
  const fix = parser.setting === undefined ? [] : fixOf(facts, call, parser.setting);
  report(call.at, {
    message: 'The parser replaces external entities that a document names.',
    confidence: taint === undefined ? 'medium' : 'high',
    ...(taint !== undefined && { taint }),
    ...(fix.length > 0 && { fix }),
  });
}

function checkTransformer(call: CallFact, near: readonly CallFact[], report: Report): void {
  const taint = mainTaint(call.argument(0)?.taints ?? [], ['remote', 'parameter']);
  if (taint === undefined || near.some(isClosing)) return;
  report(call.at, {
    message: `The transformation is read from ${taint.what} and may name other files.`,
    confidence: taint.kind === 'remote' ? 'high' : 'low',
    taint,
  });
}

/** Whoever transforms, validates or queries a text has it parsed on the way. */
function readsDocument(call: CallFact): boolean {
  const method = methodOf(call);
  if (!/^(?:transform|validate|newSchema|evaluate)$/.test(method)) return false;
  const source = call.argument(method === 'evaluate' ? 1 : 0)?.name ?? '';
  return method === 'evaluate' ? /\bInputSource\b/.test(source) : /\bStreamSource\b/.test(source);
}

function checkDocument(call: CallFact, near: readonly CallFact[], report: Report): void {
  const given = call.argument(methodOf(call) === 'evaluate' ? 1 : 0);
  const taint = mainTaint(given?.taints ?? [], ['remote', 'parameter']);
  if (taint === undefined || near.some(isClosing)) return;
  report(call.at, {
    message: 'The parser behind this call replaces external entities that a document names.',
    confidence: taint.kind === 'remote' ? 'high' : 'medium',
    taint,
  });
}

/** `factory.setFeature(…)` behind `factory.newDocumentBuilder()`: the parser that is there already knows nothing of it. */
function comesTooLate(setting: CallFact, reading: readonly CallFact[]): boolean {
  const object = ownerOf(setting);
  const made = reading.filter(
    (one) => one.within === setting.within && /^new/.test(methodOf(one)) && ownerOf(one) === object && object !== '',
  );
  return made.length > 0 && made.every(({ at }) => at.end < setting.at.start) && !setting.isInLoop;
}

function ownerOf({ expression: { callee } }: CallFact): string {
  return callee.kind === 'member' ? writtenName(callee.object) : '';
}

/** Calls of the function, and of the functions of the file that it calls. */
function callsAround(facts: ModuleFacts, within: FunctionFact): readonly CallFact[] {
  const own = callsWithin(facts, within);
  const called = new Set(own.map((call) => methodOf(call)));
  const others = facts.functions.filter(({ function: one }) => one !== within.function && called.has(one.name));
  return [...own, ...facts.calls.filter((call) => others.some((one) => one === call.within))];
}

function methodOf({ expression: { callee } }: CallFact): string {
  return callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
}

/** Whether what is set belongs to another parser that is made here, under a name of its own. */
function isOfOther(facts: ModuleFacts, { expression: { callee } }: CallFact, made: CallFact): boolean {
  if (callee.kind !== 'member' || callee.object.kind !== 'name') return false;
  const definition = definitionOf(facts, callee.object);
  const factory = definition.kind === 'cast' ? definition.operand : definition;
  const isParser = facts.calls.some(
    ({ expression, names: [name = ''] }) => expression === factory && PARSERS.some((one) => one.made.test(name)),
  );
  return isParser && factory !== made.expression;
}

function isClosing(call: CallFact): boolean {
  const method = methodOf(call);
  if (CLOSING_METHOD.test(method)) return call.argument(0)?.constant?.value !== true;
  if (!/^set(?:Feature|Property|Attribute)$/.test(method)) return false;
  const given = call.argument(0);
  const key = given?.constant?.value ?? given?.name;
  if (typeof key !== 'string' || !CLOSING.test(key)) return false;
  const value = call.argument(1)?.constant?.value;
  // `disallow` is to be true, the others false or empty.
  return /disallow|processing/i.test(key) ? value !== false : value !== true;
}

/** A setting on the line after `Factory factory = Factory.newInstance();`. */
function fixOf(facts: ModuleFacts, { expression }: CallFact, setting: string): readonly TextEdit[] {
  let statement = parentOf(facts, expression);
  if (statement?.kind === 'cast') statement = parentOf(facts, statement);
  const target = statement?.kind === 'assign' ? statement.targets[0] : undefined;
  if (statement?.kind !== 'assign' || target?.kind !== 'name') return [];
  const around = parentOf(facts, statement);
  if (around?.kind === 'class') return [];
  const { end, start } = statement.at;
  const line = facts.module.text.lastIndexOf('\n', start) + 1;
  const margin = facts.module.text.slice(line, start);
  if (!/^\s*$/.test(margin) || !facts.module.text.slice(start, end).endsWith(';')) return [];
  return [{ at: { start: end, end }, newText: `\n${margin}${target.name}.${setting};` }];
}
