import { isConstant } from '#engine/analysis/judges/constant-of.ts';
import type { CallFact } from '#engine/analysis/facts.ts';
import type { Rule, TextEdit } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'javascript/xml-external-entities',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-611', 'CWE-776'],
  title: 'XML external entities',
  severity: 'high',
  rationale: 'A document can name files and addresses as entities, which the parser then reads for whoever sent it.',
  remediation: 'Parse without replacing entities (noent: false).',
  references: [
    'https://cwe.mitre.org/data/definitions/611.html',
    'https://cwe.mitre.org/data/definitions/776.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html',
  ],
  stage: 'stable',
  sinks: ['xml'],

  checkSink: (sink, report) => {
    const { call } = sink;
    if (call === undefined) return;
    const option = [...(call.arguments[1]?.value.fields ?? [])].find(
      ([key, value]) => /^(?:noent|replaceEntities)$/.test(key) && isConstant(value, true),
    );
    const hasDtd = [...(call.arguments[1]?.value.fields ?? [])].some(
      ([key, value]) => key === 'dtdload' && isConstant(value, true),
    );
    if (option === undefined && !hasDtd) return;
    const fix = fixOf(call);
    report({
      message:
        option === undefined
          ? 'The parser loads the DTD that a document names.'
          : `The option '${option[0]}' has the parser replace entities, external ones too.`,
      confidence: 'high',
      ...(fix.length > 0 && option !== undefined && !hasDtd && { fix }),
    });
  },
};

function fixOf(call: CallFact): readonly TextEdit[] {
  const options = call.expression.arguments[1]?.value;
  if (options?.kind !== 'record') return [];
  const entry = options.entries.find(
    ({ key }) =>
      (key?.kind === 'literal' && (key.value === 'noent' || key.value === 'replaceEntities')) ||
      (key?.kind === 'name' && (key.name === 'noent' || key.name === 'replaceEntities')),
  );
  return entry === undefined || entry.value.kind !== 'literal' ? [] : [{ at: entry.value.at, newText: 'false' }];
}
