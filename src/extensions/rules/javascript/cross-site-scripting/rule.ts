import type { Rule } from '#engine/analysis/rule.ts';
import { checkAttribute } from './check-attribute.ts';
import { checkDocument } from './check-document.ts';
import { checkResponse } from './check-response.ts';

const RESPONSES = /^(?:express\.Response|koa\.Context)\./;
const ATTRIBUTES = /^markup\.(?:a\.href|form\.action|iframe\.src)$|^\*\.(?:attr|prop|setAttribute|href|src|action|formAction)$/;

export const rule: Rule = {
  id: 'javascript/cross-site-scripting',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-79'],
  title: 'Cross-site scripting',
  severity: 'high',
  rationale: 'Text that is read as markup can hold a script, which runs with the rights of whoever looks at the page.',
  remediation: 'Write the value as text (textContent, .text(), a template that escapes), or sanitize it before it becomes markup.',
  references: [
    'https://cwe.mitre.org/data/definitions/79.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/DOM_based_XSS_Prevention_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const sink of facts.sinks) {
      if (sink.kind !== 'html') continue;
      if (RESPONSES.test(sink.callee)) checkResponse(facts, sink, report);
      else if (ATTRIBUTES.test(sink.callee)) checkAttribute(facts, sink, report);
      else checkDocument(facts, sink, report);
    }
  },
};
