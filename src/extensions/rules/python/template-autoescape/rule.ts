import type { CallFact } from '#engine/analysis/facts.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { isConstant, textOf } from '#engine/analysis/judges/constant-of.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'python/template-autoescape',
  languages: ['python'],
  cwes: ['CWE-79', 'CWE-116'],
  title: 'Templates that do not escape',
  severity: 'medium',
  rationale:
    'Jinja2 and Mako put values into a page as they are unless they are told to escape, so that text becomes markup.',
  remediation: 'Pass autoescape=True or autoescape=select_autoescape() to the environment.',
  references: [
    'https://cwe.mitre.org/data/definitions/79.html',
    'https://cwe.mitre.org/data/definitions/116.html',
    'https://jinja.palletsprojects.com/en/stable/api/#autoescaping',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      if (!ENVIRONMENTS.test(calleeName(call)) || !isOff(call) || makesNoPage(call)) continue;
      report(call.expression.at, {
        message: 'The templates of this environment put values into a page without escaping them.',
        confidence: 'medium',
      });
    }
  },
};

const ENVIRONMENTS = /^jinja2\.(?:Environment|sandbox\.SandboxedEnvironment)$/;

/** Off is the default, so that options that are not in sight leave it off as a rule. */
function isOff(call: CallFact): boolean {
  const { argument, arguments: given } = call;
  const option = argument('autoescape');
  if (option !== undefined) return isConstant(option, false);
  return !given.some(
    ({ argument: { isSpread, isRecord }, value }) =>
      (isSpread ?? isRecord) === true && value.fields?.has('autoescape') === true,
  );
}

/** LaTeX and the like have delimiters of their own; the name of what is loaded may tell of code and settings. */
function makesNoPage({ argument }: CallFact): boolean {
  const delimiter = argument('block_start_string', 'variable_start_string');
  return delimiter !== undefined && textOf(delimiter) !== '{{' && textOf(delimiter) !== '{%';
}
