import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { checkAttribute } from './check-attribute.ts';
import { checkDocument } from './check-document.ts';
import { checkReturned } from './check-returned.ts';
import { checkResponse } from './check-response.ts';

const RESPONSES = /^(?:express\.Response|koa\.Context|hapi\.Toolkit)\./;
const ATTRIBUTES =
  /^markup\.(?:a\.href|form\.action|iframe\.src)$|^\*\.(?:attr|prop|setAttribute|href|src|action|formAction)$/;

export const rule: Rule = {
  id: 'javascript/cross-site-scripting',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-79'],
  title: 'Cross-site scripting',
  severity: 'high',
  rationale: 'Text that is read as markup can hold a script, which runs with the rights of whoever looks at the page.',
  remediation:
    'Write the value as text (textContent, .text(), a template that escapes), or sanitize it before it becomes markup.',
  references: [
    'https://cwe.mitre.org/data/definitions/79.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/DOM_based_XSS_Prevention_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    checkReturned(facts, report);
    for (const sink of facts.sinks) {
      // What a sink of another file gets is said where that file is read.
      if (sink.kind !== 'html' || sink.path !== facts.module.path) continue;
      const named = withName(facts, sink);
      if (RESPONSES.test(sink.callee)) checkResponse(facts, named, report);
      else if (ATTRIBUTES.test(sink.callee)) checkAttribute(facts, named, report);
      else checkDocument(facts, named, report);
    }
  },
};

/** The sink with its value named as it is written, when nothing else names it; without what `+=` adds to. */
function withName(facts: ModuleFacts, sink: SinkFact): SinkFact {
  const { value } = sink;
  if (value.parts !== undefined) {
    const isAdded = sink.call === undefined && /^[^=;{}]{1,200}\+=/.test(facts.codeAt(sink.at).slice(0, 200));
    return isAdded && typeof value.parts[0] !== 'string'
      ? { ...sink, value: { ...value, parts: value.parts.slice(1) } }
      : sink;
  }
  if (value.origin !== undefined) return sink;
  const text = facts.textAt(sink.argumentAt);
  if (text.length > 100 || !/^[\w$]+(?:\.[\w$]+)*$/.test(text)) return sink;
  const name = text.slice(text.lastIndexOf('.') + 1);
  return { ...sink, value: { ...value, origin: { kind: 'name', name, at: sink.argumentAt } } };
}
