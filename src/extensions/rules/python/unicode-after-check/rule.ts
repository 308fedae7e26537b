import { calleeName, endsWithName } from '#engine/analysis/judges/callee-name.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const ESCAPES = /(?:^|\.)(?:escape|quote|clean|sanitize\w*|basename|secure_filename|bleach\.clean)(?:\(\))?$/;

export const rule: Rule = {
  id: 'python/unicode-after-check',
  languages: ['python'],
  cwes: ['CWE-176', 'CWE-180'],
  title: 'Text normalised after it was made safe',
  severity: 'medium',
  rationale: 'Compatibility normalisation turns other characters into < and /, after the escaping has looked for them.',
  remediation: 'Normalise first, then check or escape.',
  references: [
    'https://cwe.mitre.org/data/definitions/176.html',
    'https://cwe.mitre.org/data/definitions/180.html',
    'https://www.unicode.org/reports/tr36/',
  ],
  stage: 'stable',

  check: ({ calls }, report) => {
    for (const call of calls) {
      if (!endsWithName(calleeName(call), 'unicodedata.normalize')) continue;
      const form = textOf(call.argument(0, 'form'));
      const text = call.argument(1, 'unistr');
      if (form?.startsWith('NFK') !== true || text === undefined) continue;
      const isEscaped = ESCAPES.test(text.name ?? '') || text.traits.some((trait) => ESCAPES.test(trait));
      if (!isEscaped) continue;
      report(call.at, { message: 'The text is normalised after it was escaped.', confidence: 'high' });
    }
  },
};
