import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { canBacktrack, canExplode } from '#engine/analysis/judges/regex-cost.ts';
import { remoteTaint, slowRegex } from '#engine/analysis/judges/slow-regex.ts';
import { definitionOf, parentOf } from '#engine/analysis/judges/surroundings.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/** Methods of a text that take an expression, and methods of an expression that take a text. */
const OF_TEXT: ReadonlySet<string> = new Set(['match', 'matchAll', 'replace', 'replaceAll', 'search', 'split']);
const OF_EXPRESSION: ReadonlySet<string> = new Set(['test', 'exec']);

export const rule: Rule = {
  id: 'javascript/regex-denial-of-service',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-1333', 'CWE-730'],
  title: 'Regular expression that takes too long',
  severity: 'medium',
  rationale: 'A short text made for the purpose keeps the matching, and with it the only thread, busy for minutes.',
  remediation:
    'Rewrite the expression so that no two repetitions can match the same text, or limit the length of the text.',
  references: [
    'https://cwe.mitre.org/data/definitions/1333.html',
    'https://cwe.mitre.org/data/definitions/730.html',
    'https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const judgeOne = (made: Expression, source: string, flags: string): void => {
      if (!canBacktrack(source)) return;
      const taint = remoteTaint(facts.calls.map((call) => matchedText(facts, call, made)));
      if (taint === undefined && !canExplode(source)) return;
      const finding = slowRegex(source, flags.replaceAll(/[^imsu]/g, ''), taint);
      if (finding !== undefined) report(made.at, finding);
    };
    for (const node of walk(facts.module.body)) {
      if (node.kind !== 'literal' || node.form !== 'regex' || typeof node.value !== 'string') continue;
      const [, source, flags] = /^\/([\s\S]*)\/([a-z]*)$/.exec(facts.textAt(node.at)) ?? [];
      if (source !== undefined) judgeOne(node, source, flags ?? '');
    }
    for (const call of facts.calls) {
      if (calleeName(call) !== 'RegExp') continue;
      const source = textOf(call.argument(0));
      if (source !== undefined) judgeOne(call.expression, source, textOf(call.argument(1)) ?? '');
    }
  },
};

/** The text that a call matches with the expression. */
function matchedText(facts: ModuleFacts, call: CallFact, made: Expression): CallFact['receiver'] {
  const { callee, arguments: given } = call.expression;
  if (callee.kind !== 'member') return undefined;
  if (OF_EXPRESSION.has(callee.property)) return isMade(facts, callee.object, made) ? call.argument(0) : undefined;
  const first = given[0]?.value;
  return OF_TEXT.has(callee.property) && first !== undefined && isMade(facts, first, made) ? call.receiver : undefined;
}

function isMade(facts: ModuleFacts, expression: Expression, made: Expression): boolean {
  return (
    expression === made ||
    (expression.kind === 'name' && parentOf(facts, made) !== undefined && definitionOf(facts, expression) === made)
  );
}
