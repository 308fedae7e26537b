import { textOf } from '#engine/analysis/judges/constant-of.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'python/html-filter-by-pattern',
  languages: ['python'],
  cwes: ['CWE-116'],
  title: 'HTML made safe with a regular expression',
  severity: 'medium',
  rationale: 'Browsers read tags in many more spellings than a regular expression knows, so that scripts get past it.',
  remediation: 'Escape the text with html.escape, or clean it with a library that parses HTML, such as nh3.',
  references: ['https://cwe.mitre.org/data/definitions/116.html', 'https://nh3.readthedocs.io/'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.callsOf('re.sub', 're.compile', 're.subn')) {
      const pattern = textOf(call.argument(0, 'pattern'));
      if (pattern === undefined || !/<\W*(?:script|style|iframe)\b/i.test(pattern)) continue;
      report(call.expression.at, {
        message: 'Tags are looked for with a regular expression to take them out.',
        confidence: 'medium',
      });
    }
  },
};
