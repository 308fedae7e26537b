import { countWork } from '#engine/analysis/rule-work.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { parentOf } from '#engine/analysis/judges/surroundings.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import { checkOtherCookies } from './other-cookies.ts';
import type { Rule, TextEdit } from '#engine/analysis/rule.ts';

/** Names of cookies that open a session or an account. */
const SENSITIVE = /sess|sid\b|token|auth|login|user|remember|jwt|credential|password|key|account|\bid\b/i;

export const rule: Rule = {
  id: 'java/cookie-flags',
  languages: ['java'],
  cwes: ['CWE-614', 'CWE-1004'],
  title: 'Cookie without protection',
  severity: 'medium',
  rationale: 'Without Secure a cookie travels in the clear, and without HttpOnly scripts can read it.',
  remediation: 'Call setSecure(true) and setHttpOnly(true) before the cookie is added.',
  references: [
    'https://cwe.mitre.org/data/definitions/614.html',
    'https://cwe.mitre.org/data/definitions/1004.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    checkOtherCookies(facts, report);
    for (const call of facts.calls) {
      if (!/(?:^|\.)http\.Cookie$/.test(call.names[0] ?? '') || call.expression.isNew !== true) continue;
      const variable = variableOf(facts, call);
      countWork(facts.calls.length);
      const settings = facts.calls.filter(
        (one) => variable !== undefined && isOn(one, variable) && one.within === call.within,
      );
      // A cookie that is taken back holds nothing.
      if (settings.some((one) => /\.setMaxAge$/.test(one.names[0] ?? '') && one.argument(0)?.constant?.value === 0))
        continue;
      const isSecure = has(settings, 'setSecure');
      const isHidden = has(settings, 'setHttpOnly');
      if (isSecure && isHidden) continue;
      const missing = [...(isSecure ? [] : ['Secure']), ...(isHidden ? [] : ['HttpOnly'])];
      const name = textOf(call.argument(0)) ?? '';
      const isOff = settings.some(
        (one) => /\.setSecure$|\.setHttpOnly$/.test(one.names[0] ?? '') && one.argument(0)?.constant?.value === false,
      );
      if (!isSecure || isOff || SENSITIVE.test(name)) {
        const fix = variable === undefined || isOff ? [] : fixOf(facts, call, variable, missing);
        report(call.at, {
          message: `The cookie${name === '' ? '' : ` '${name}'`} is set without ${missing.join(' and ')}.`,
          confidence: isOff || SENSITIVE.test(name) ? 'high' : 'medium',
          ...(fix.length > 0 && { fix }),
        });
      }
    }
  },
};

function has(settings: readonly CallFact[], method: string): boolean {
  return settings.some(
    (one) => lastName(one.expression.callee) === method && one.argument(0)?.constant?.value !== false,
  );
}

function variableOf(facts: ModuleFacts, { expression }: CallFact): string | undefined {
  const statement = parentOf(facts, expression);
  const target = statement?.kind === 'assign' ? statement.targets[0] : undefined;
  return target === undefined ? undefined : writtenName(target);
}

function isOn({ expression: { callee } }: CallFact, variable: string): boolean {
  return callee.kind === 'member' && writtenName(callee.object) === variable;
}

/** The missing calls, behind the statement that makes the cookie. */
function fixOf(
  facts: ModuleFacts,
  { expression }: CallFact,
  variable: string,
  missing: readonly string[],
): readonly TextEdit[] {
  const statement = parentOf(facts, expression);
  if (statement?.kind !== 'assign' || !/^\w+$/.test(variable)) return [];
  const { start, end } = statement.at;
  const { text } = facts.module;
  const margin = text.slice(text.lastIndexOf('\n', start) + 1, start);
  if (!/^\s*$/.test(margin) || !text.slice(start, end).endsWith(';')) return [];
  const lines = missing.map((flag) => `\n${margin}${variable}.set${flag}(true);`).join('');
  return [{ at: { start: end, end }, newText: lines }];
}
