import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, Place } from '#engine/analysis/ir.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/ignored-error',
  languages: ['c', 'cpp'],
  cwes: ['CWE-390', 'CWE-391'],
  title: 'Error that is found and passed over',
  severity: 'low',
  rationale: 'The program goes on with what the failed call left behind.',
  remediation: 'Handle the error, hand it on, or say why it does not matter.',
  references: ['https://cwe.mitre.org/data/definitions/390.html', 'https://cwe.mitre.org/data/definitions/391.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const node of nodesOf(facts, 'if')) {
      if (node.then.length > 0 || node.otherwise.length > 0 || !looksForError(node.test)) continue;
      if (isExplained(facts, node.at)) continue;
      report(node.test.at, {
        message: 'The failure is looked for, and nothing is done about it.',
        confidence: 'medium',
        cwes: ['CWE-390'],
      });
    }
    for (const { handler } of facts.handlers) {
      if (handler.body.length > 0 || isExplained(facts, handler.at)) continue;
      report(handler.at, {
        message: 'The exception is caught, and nothing is done about it.',
        confidence: 'medium',
        cwes: ['CWE-390'],
      });
    }
  },
};

/** A comment between the braces says why nothing is done. */
function isExplained(facts: ModuleFacts, at: Place): boolean {
  const code = facts.codeAt(at);
  const braces = code.lastIndexOf('{');
  return braces >= 0 && facts.textAt(at).slice(braces) !== code.slice(braces);
}

/** `fgets(…) == NULL`, `(p = malloc(n)) == NULL`, `errno == EDOM`. */
function looksForError(test: Expression): boolean {
  if (test.kind === 'unary' && test.operator === 'not') return looksForError(test.operand);
  if (test.kind !== 'compare') return false;
  for (const node of walk([test.left])) {
    if (node.kind === 'call' || (node.kind === 'name' && node.name === 'errno')) return true;
  }
  return false;
}
