import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { definitionOf } from '#engine/analysis/judges/surroundings.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/xml-external-entities',
  languages: ['c', 'cpp'],
  cwes: ['CWE-611', 'CWE-776'],
  title: 'External entities of XML',
  severity: 'high',
  rationale: 'A document can name files and addresses that the parser then reads, and hand them to whoever sent it.',
  remediation: 'Leave XML_PARSE_NOENT and XML_PARSE_DTDLOAD out, and pass XML_PARSE_NONET.',
  references: [
    'https://cwe.mitre.org/data/definitions/611.html',
    'https://cwe.mitre.org/data/definitions/776.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const finding = judge(facts, call);
      if (finding !== undefined) report(call.at, finding);
    }
  },
};

const READERS = /^xml(?:Read|CtxtRead|SAX2?)\w*$|^xmlCtxtUseOptions$|^xmlReaderFor\w+$/;

function judge(facts: ModuleFacts, call: CallFact): RuleFinding | undefined {
  const name = methodName(call);
  const last = call.arguments.at(-1);
  if (last === undefined) return undefined;
  // `const int options = XML_PARSE_NOENT | …;` and then the name.
  const options = facts.textAt(definitionOf(facts, last.argument.value).at).slice(0, 300);
  const resolves =
    (READERS.test(name) && /\bXML_PARSE_(?:NOENT|DTDLOAD|DTDATTR|DTDVALID)\b/.test(options)) ||
    (name === 'xmlSubstituteEntitiesDefault' && last.value.constant?.value === 1) ||
    (name === 'setCreateEntityReferenceNodes' && last.value.constant?.value === false);
  if (!resolves) return undefined;
  return {
    message: `'${options.trim()}' lets '${name}' resolve entities that a document defines.`,
    confidence: 'high',
  };
}
