import type { CallFact } from '#engine/analysis/facts.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { isConstant, textOf } from '#engine/analysis/judges/constant-of.ts';
import { identifierWords } from '#engine/analysis/identifier-words.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

const SESSIONS: ReadonlySet<string> = new Set(['express-session', 'cookie-session', 'client-sessions', 'koa-session']);
const SENSITIVE: ReadonlySet<string> = new Set([
  'session',
  'sess',
  'sid',
  'token',
  'auth',
  'jwt',
  'login',
  'remember',
  'user',
  'access',
  'refresh',
  'connect',
]);

export const rule: Rule = {
  id: 'javascript/cookie-flags',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-614', 'CWE-1004', 'CWE-1275'],
  title: 'Cookie without protection',
  severity: 'medium',
  rationale:
    'A cookie without httpOnly can be read by scripts, and one without secure goes over the network in the clear.',
  remediation: 'Set httpOnly, secure and sameSite on cookies that say who somebody is.',
  references: [
    'https://cwe.mitre.org/data/definitions/614.html',
    'https://cwe.mitre.org/data/definitions/1004.html',
    'https://cwe.mitre.org/data/definitions/1275.html',
    'https://developer.mozilla.org/docs/Web/HTTP/Guides/Cookies#security',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = calleeName(call);
      if (name.endsWith('express.Response.cookie') || name === 'koa.Context.cookies.set') checkCookie(call, report);
      else if (SESSIONS.has(name)) checkSession(call, report);
    }
  },
};

function checkCookie(call: CallFact, report: Report): void {
  const cookie = textOf(call.argument(0)) ?? lastName(call.expression.arguments[0]?.value);
  const isSensitive = secretKind(cookie) !== undefined || identifierWords(cookie).some((word) => SENSITIVE.has(word));
  const options = call.argument(2);
  if (call.expression.arguments.length > 2 && options?.fields === undefined) return;
  const missing = missingFlags(options);
  if (missing.length === 0) return;
  report(call.at, {
    message: `The cookie '${cookie}' is set without ${missing.join(' and ')}.`,
    confidence: isSensitive ? 'medium' : 'low',
    ...fixOf(call.expression.arguments[2]?.value, missing),
  });
}

function missingFlags(options: Value | undefined): readonly string[] {
  // koa sets httpOnly by itself; a spread may hold anything.
  if (options?.fields !== undefined && options.isClosed !== true) {
    return ['httpOnly', 'secure'].filter((flag) => isConstant(options.fields?.get(flag), false));
  }
  return ['httpOnly', 'secure'].filter((flag) => {
    const value = options?.fields?.get(flag);
    return value === undefined || isConstant(value, false);
  });
}

function checkSession(call: CallFact, report: Report): void {
  const cookie = call.argument(0)?.fields?.get('cookie') ?? call.argument(0);
  for (const flag of ['httpOnly', 'secure']) {
    if (!isConstant(cookie?.fields?.get(flag), false)) continue;
    report(call.at, { message: `The session's cookie is set without ${flag}.`, confidence: 'medium' });
    return;
  }
}

/** Turns httpOnly on where it is written as false. With secure the cookie would not come back to a site without TLS. */
function fixOf(
  options: Expression | undefined,
  missing: readonly string[],
): { fix?: readonly { at: Expression['at']; newText: string }[] } {
  if (options?.kind !== 'record' || missing.join() !== 'httpOnly') return {};
  const edits = options.entries.flatMap(({ key, value }) =>
    key?.kind === 'literal' && key.value === 'httpOnly' && value.kind === 'literal'
      ? [{ at: value.at, newText: 'true' }]
      : [],
  );
  return edits.length > 0 ? { fix: edits } : {};
}
