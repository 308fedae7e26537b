import { countWork } from '#engine/analysis/rule-work.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { isConstant, textOf } from '#engine/analysis/judges/constant-of.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Expression, IrFunction } from '#engine/analysis/ir.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { definitionOf } from '#engine/analysis/judges/surroundings.ts';
import type { Report, Rule, RuleFinding } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

const NAMED_CLASS =
  /@JsonTypeInfo\([^()]{0,200}\bId\.(?:MINIMAL_)?CLASS\b[^()]{0,200}\)\s{0,300}(?:(?:public|private|protected|final)\s{1,9}){0,3}(?:Object|Serializable)\b/g;

export const rule: Rule = {
  id: 'java/unsafe-deserialization',
  languages: ['java'],
  cwes: ['CWE-502'],
  title: 'Unsafe deserialization',
  severity: 'critical',
  rationale:
    'Whoever sends the bytes chooses the classes that are made of them, and some classes run code as they are made.',
  remediation: 'Read data formats such as JSON into known classes, or set an ObjectInputFilter that lists the classes.',
  references: [
    'https://cwe.mitre.org/data/definitions/502.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Deserialization_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) checkCall(facts, call, report);
    // A field of any class whose class the data names: `@JsonTypeInfo(use = Id.CLASS) Object payload`.
    for (const { index, 0: text } of facts.codeText.matchAll(NAMED_CLASS))
      report(
        { start: index, end: index + text.length },
        { message: 'The data names the class of what it is read into.', confidence: 'medium' },
      );
  },
};

function checkCall(facts: ModuleFacts, call: CallFact, report: Report): void {
  const [name = ''] = call.names;
  if (/(?:^|\.)readObject$|(?:^|\.)readUnshared$/.test(name)) {
    if (isOwnReader(call) || isFiltered(facts)) return;
    const input = call.receiver;
    if (
      input?.name === undefined ||
      !/(?:^|\.)(?:ObjectInputStream|XMLDecoder|HessianInput|Hessian2Input|HessianSerializerInput)(?:\(\))?$/.test(
        input.name,
      )
    )
      return;
    report(call.at, judge(input, 'An object is made of'));
  } else if (name === 'com.thoughtworks.xstream.XStream.fromXML') {
    if (!isXStreamLimited(facts)) report(call.at, judge(call.argument(0), 'An object is made of'));
  } else if (/^org\.yaml\.snakeyaml\.Yaml\.(?:load|loadAll)$/.test(name)) {
    if (!isLimited(facts, call)) report(call.at, judge(call.argument(0), 'YAML that can name classes is'));
  } else if (/SerializationUtils\.deserialize$/.test(name)) {
    if (!isFiltered(facts)) report(call.at, judge(call.argument(0), 'An object is made of'));
  } else if (/\.setAutoTypeSupport$/.test(name) && isConstant(call.argument(0), true)) {
    report(call.at, { message: 'The parser makes objects of the classes that the data names.', confidence: 'high' });
  } else if (/\.activateDefaultTyping$/.test(name)) {
    if (/\bLaissezFaireSubTypeValidator\b/.test(call.argument(0)?.name ?? ''))
      report(call.at, { message: 'The mapper makes objects of the classes that the data names.', confidence: 'high' });
  } else if (/\.enableDefaultTyping$/.test(name)) {
    report(call.at, { message: 'The mapper makes objects of the classes that the data names.', confidence: 'high' });
  } else if (
    /^com\.esotericsoftware\.kryo\.Kryo\.setRegistrationRequired$/.test(name) &&
    isConstant(call.argument(0), false)
  ) {
    report(call.at, { message: 'Kryo makes objects of whatever classes the data names.', confidence: 'medium' });
  }
}

/** Whether the reader of YAML was told which classes count: where it is made, or anywhere in the file when that is not in sight. */
function isLimited(facts: ModuleFacts, { expression: { callee } }: CallFact): boolean {
  const made = callee.kind === 'member' ? definitionOf(facts, callee.object) : callee;
  if (made.kind === 'call' && made.isNew === true)
    return made.arguments.length > 0 && !makesAnything(facts, made.arguments[0]?.value);
  return (
    facts.callsOf(
      'org.yaml.snakeyaml.constructor.SafeConstructor',
      '*.SafeConstructor',
      'org.yaml.snakeyaml.constructor.Constructor',
    ).length > 0
  );
}

/** `new Constructor(options)`, `new Constructor(Object.class, options)`: no class in particular. */
function makesAnything(facts: ModuleFacts, given: Expression | undefined): boolean {
  if (given === undefined) return false;
  const made = definitionOf(facts, given);
  if (made.kind !== 'call' || made.isNew !== true || lastName(made.callee) !== 'Constructor') return false;
  const first = made.arguments[0]?.value;
  const type = first === undefined ? '' : facts.codeAt(first.at);
  return !/\.class$/.test(type) || /^(?:java\.lang\.)?Object\.class$/.test(type);
}

function isXStreamLimited(facts: ModuleFacts): boolean {
  const opened = /\bAnyTypePermission\b|allowTypesByWildcard\([^)]{0,80}"\*{1,2}"/;
  return (
    !opened.test(facts.codeText) &&
    facts.callsOf('*.allowTypes', '*.allowTypesByWildcard', '*.addPermission', '*.allowTypeHierarchy').length > 0
  );
}

function judge(input: Value | undefined, what: string): RuleFinding {
  const taint = mainTaint(input?.taints ?? [], ['remote', 'local', 'parameter']);
  return {
    message: `${what} ${taint === undefined ? 'data of unknown origin' : taint.what}.`,
    // What the program has stored itself is not hostile as long as nothing says so.
    confidence: taint === undefined ? 'low' : taint.kind === 'remote' ? 'high' : 'medium',
    ...(taint !== undefined && { taint }),
  };
}

/** `readObject(ObjectInputStream in)` of a class reads its own fields. */
function isOwnReader({ within }: CallFact): boolean {
  return /^(?:readObject|readExternal|readResolve|clone|deepCopy|deepClone)$/.test(within?.function.name ?? '');
}

/** Something says which classes may be made. */
function isFiltered(facts: ModuleFacts): boolean {
  countWork(facts.calls.length);
  // `!bad.**;*` lets through whatever nobody thought of.
  if (facts.calls.some((call) => /createFilter$/.test(call.names[0] ?? '') && letsAll(textOf(call.argument(0)))))
    return false;
  return (
    facts.callsOf('*.setObjectInputFilter').length > 0 ||
    facts.functions.some(({ function: one }) => one.name === 'resolveClass' && canRefuse(one)) ||
    facts.calls.some(({ names }) =>
      /ObjectInputFilter|ValidatingObjectInputStream|LookAheadObjectInputStream/.test(names[0] ?? ''),
    )
  );
}

function letsAll(pattern: string | undefined): boolean {
  return pattern !== undefined && !/(?:^|;)\s*!\*{1,2}\s*(?:;|$)/.test(pattern);
}

/** A method that only asks its class for the answer refuses nothing. */
function canRefuse({ body }: IrFunction): boolean {
  for (const node of walk(body))
    if (node.kind === 'raise' || node.kind === 'if' || node.kind === 'conditional') return true;
  return false;
}
