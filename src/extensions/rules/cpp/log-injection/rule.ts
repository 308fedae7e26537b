import { textFunctions } from '#engine/analysis/judges/request-text.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { logLines } from './log-lines.ts';

export const rule: Rule = {
  id: 'cpp/log-injection',
  languages: ['cpp'],
  cwes: ['CWE-117'],
  title: 'Text of a request in a log',
  severity: 'medium',
  rationale: 'A line end in what a stranger sends begins a new line of the log, which says what the stranger wants.',
  remediation: 'Replace control characters before the text is written.',
  references: [
    'https://cwe.mitre.org/data/definitions/117.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const functions = textFunctions(facts);
    for (const { function: one } of facts.functions)
      for (const { name, at } of logLines(one, functions)) {
        report(at, {
          message: `'${name}' comes from the request and is written to a log with its line ends.`,
          confidence: 'medium',
        });
      }
  },
};
