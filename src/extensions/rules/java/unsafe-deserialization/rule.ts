import { countWork } from '#engine/analysis/rule-work.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { isConstant } from '#engine/analysis/judges/constant-of.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { definitionOf } from '#engine/analysis/judges/surroundings.ts';
import type { Report, Rule, RuleFinding } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

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
  },
};

function checkCall(facts: ModuleFacts, call: CallFact, report: Report): void {
  const [name = ''] = call.names;
  if (/(?:^|\.)readObject$|(?:^|\.)readUnshared$/.test(name)) {
    if (isOwnReader(call) || isFiltered(facts)) return;
    const input = call.receiver;
    if (input?.name === undefined || !/(?:^|\.)(?:ObjectInputStream|XMLDecoder)(?:\(\))?$/.test(input.name)) return;
    report(call.at, judge(input, 'An object is made of'));
  } else if (name === 'com.thoughtworks.xstream.XStream.fromXML') {
    if (facts.callsOf('*.allowTypes', '*.allowTypesByWildcard', '*.addPermission', '*.allowTypeHierarchy').length === 0)
      report(call.at, judge(call.argument(0), 'An object is made of'));
  } else if (/^org\.yaml\.snakeyaml\.Yaml\.(?:load|loadAll)$/.test(name)) {
    if (!isLimited(facts, call)) report(call.at, judge(call.argument(0), 'YAML that can name classes is'));
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
  if (made.kind === 'call' && made.isNew === true) return made.arguments.length > 0;
  return (
    facts.callsOf(
      'org.yaml.snakeyaml.constructor.SafeConstructor',
      '*.SafeConstructor',
      'org.yaml.snakeyaml.constructor.Constructor',
    ).length > 0
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
  return (
    facts.callsOf('*.setObjectInputFilter').length > 0 ||
    facts.functions.some(({ function: one }) => one.name === 'resolveClass') ||
    facts.calls.some(({ names }) =>
      /ObjectInputFilter|ValidatingObjectInputStream|LookAheadObjectInputStream/.test(names[0] ?? ''),
    )
  );
}
