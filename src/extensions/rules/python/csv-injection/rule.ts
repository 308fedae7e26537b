import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'python/csv-injection',
  languages: ['python'],
  cwes: ['CWE-1236'],
  title: 'Formulas in a table for a spreadsheet',
  severity: 'medium',
  rationale: 'A spreadsheet runs a cell that begins with =, +, - or @ as a formula of whoever wrote it.',
  remediation: "Put a ' before cells that begin with =, +, -, @, a tab or a carriage return.",
  references: [
    'https://cwe.mitre.org/data/definitions/1236.html',
    'https://owasp.org/www-community/attacks/CSV_Injection',
  ],
  stage: 'stable',
  sinks: ['csv'],

  checkSink: ({ taints }, report) => {
    const outside = surestTaint(taints, { remote: 'high' });
    if (outside === undefined) return;
    report({
      message: `${atBeginning(outside.taint.what)} is written to a cell of a table as it is.`,
      confidence: outside.confidence,
      taint: outside.taint,
    });
  },
};
