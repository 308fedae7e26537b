import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const SESSIONS: ReadonlySet<string> = new Set(['express-session', 'cookie-session', 'client-sessions']);
const PROTECTION = /csrf|xsrf|csurf|lusca|same-?site|double-?submit/i;
const CHANGING: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

export const rule: Rule = {
  id: 'javascript/csrf',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-352'],
  title: 'Changing request without a token',
  severity: 'medium',
  rationale:
    'The browser adds the session cookie to requests that another site makes, so that site acts in the name of the user.',
  remediation: 'Check a token of the session on every request that changes something, and set sameSite on the cookie.',
  references: [
    'https://cwe.mitre.org/data/definitions/352.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      if (!/csurf|lusca|csrf/i.test(calleeName(call))) continue;
      const ignored = call.argument(0)?.fields?.get('ignoreMethods')?.fields;
      const method = [...(ignored?.values() ?? [])]
        .map((value) => textOf(value)?.toUpperCase() ?? '')
        .find((name) => CHANGING.has(name));
      if (method !== undefined)
        report(call.at, { message: `Requests of the method ${method} need no token.`, confidence: 'high' });
    }
    if (PROTECTION.test(facts.codeText)) return;
    const session = facts.calls.find((call) => SESSIONS.has(calleeName(call)) || isPassportSession(call));
    const route = changingRoute(facts);
    if (session === undefined || route === undefined) return;
    report(session.at, {
      message: `Requests such as ${route} are accepted with the session's cookie alone.`,
      confidence: 'medium',
    });
  },
};

function isPassportSession(call: CallFact): boolean {
  return calleeName(call) === 'passport.session';
}

/** A route of this file that changes something. */
function changingRoute(facts: ModuleFacts): string | undefined {
  for (const call of facts.calls) {
    const [, method] = /^express\.Application\.(post|put|patch|delete)$/.exec(calleeName(call)) ?? [];
    const pattern = textOf(call.argument(0));
    if (method !== undefined && pattern !== undefined && !/login|signin|register|signup|logout/i.test(pattern))
      return `${method.toUpperCase()} ${pattern}`;
  }
  return undefined;
}
