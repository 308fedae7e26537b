import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { isConstant } from '#engine/analysis/judges/constant-of.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const SETTINGS = /^(?:WTF_CSRF_ENABLED|WTF_CSRF_CHECK_DEFAULT|CSRF_ENABLED|JWT_COOKIE_CSRF_PROTECT)$/;

export const rule: Rule = {
  id: 'python/csrf',
  languages: ['python'],
  cwes: ['CWE-352'],
  title: 'Protection against forged requests switched off',
  severity: 'medium',
  rationale: 'Another site can make the browser of somebody who is signed in send the request.',
  remediation: 'Leave the protection on, and authenticate callers that are no browsers by a token.',
  references: ['https://cwe.mitre.org/data/definitions/352.html', 'https://docs.djangoproject.com/en/stable/ref/csrf/'],
  stage: 'stable',

  check: (facts, report) => {
    for (const { decorators } of facts.functions) {
      for (const { name, at } of decorators) {
        if (!/(?:^|\.)csrf_exempt$|(?:^|\.)csrf\.exempt$/.test(name)) continue;
        report(at, { message: 'The view takes forged requests.', confidence: 'medium' });
      }
    }
    for (const call of facts.calls) {
      if (/(?:^|\.)csrf_exempt$|(?:^|\.)csrf\.exempt$/.test(calleeName(call)) && call.arguments.length === 1) {
        report(call.at, { message: 'The view takes forged requests.', confidence: 'medium' });
      }
    }
    for (const { property, value, at, valueAt } of facts.assignments) {
      if (!SETTINGS.test(property) || !isConstant(value, false)) continue;
      const isTesting = /TESTING/.test(facts.codeText) || /test/i.test(facts.module.path);
      report(at, {
        message: `'${property}' is off.`,
        confidence: isTesting ? 'low' : 'high',
        fix: [{ at: valueAt, newText: 'True' }],
      });
    }
  },
};
