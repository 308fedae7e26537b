import { textFunctions } from '#engine/analysis/judges/request-text.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { pageHoles } from './page-holes.ts';

export const rule: Rule = {
  id: 'cpp/cross-site-scripting',
  languages: ['cpp'],
  cwes: ['CWE-79'],
  title: 'Text of a request in a page',
  severity: 'high',
  rationale:
    'Text of a request that comes back in a page is read as HTML, and may run scripts in the name of whoever sees it.',
  remediation:
    'Write `&lt;`, `&gt;`, `&amp;`, `&quot;` and `&#39;` in place of the signs that HTML gives a meaning to.',
  references: [
    'https://cwe.mitre.org/data/definitions/79.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const functions = textFunctions(facts);
    for (const { function: one } of facts.functions)
      for (const { name, isQuoted, at } of pageHoles(one, functions)) {
        report(at, {
          message: isQuoted
            ? `'${name}' stands in quotes of a tag, and what escapes it leaves quotes as they are.`
            : `'${name}' comes from the request and becomes part of a page as it is.`,
          confidence: 'medium',
        });
      }
  },
};
