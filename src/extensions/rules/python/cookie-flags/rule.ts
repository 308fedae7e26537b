import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { isConstant, textOf } from '#engine/analysis/judges/constant-of.ts';
import { identifierWords } from '#engine/analysis/identifier-words.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { usesOf } from '#engine/analysis/judges/surroundings.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const SETTINGS = /^(?:SESSION|CSRF|REMEMBER)_COOKIE_(?:SECURE|HTTPONLY)$/;
const SENSITIVE: ReadonlySet<string> = new Set([
  'session',
  'sessionid',
  'sid',
  'auth',
  'login',
  'user',
  'userid',
  'username',
  'jwt',
  'token',
  'remember',
  'admin',
  'role',
  'identity',
  'account',
]);
/** Cookies that a script is meant to read, or that say nothing about a person. */
const HARMLESS: ReadonlySet<string> = new Set([
  'theme',
  'lang',
  'language',
  'locale',
  'timezone',
  'tz',
  'consent',
  'banner',
  'csrftoken',
  'csrf',
  'xsrf',
  'color',
  'dark',
  'tab',
  'sort',
  'view',
  'flash',
  'messages',
]);

export const rule: Rule = {
  id: 'python/cookie-flags',
  languages: ['python'],
  cwes: ['CWE-614', 'CWE-1004'],
  title: 'Cookie without its protections',
  severity: 'medium',
  rationale: 'Without Secure a cookie travels over plain HTTP, and without HttpOnly an injected script can read it.',
  remediation: 'Set secure=True, httponly=True and samesite on every cookie that identifies somebody.',
  references: [
    'https://cwe.mitre.org/data/definitions/614.html',
    'https://cwe.mitre.org/data/definitions/1004.html',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      if (!/(?:^|\.)(?:set_cookie|set_signed_cookie)$/.test(calleeName(call)) || call.hasSpread) continue;
      if (isRemoval(call) || (call.arguments.length < 2 && !call.has('key', 'value'))) continue;
      const missing = missingFlags(call);
      if (missing.length === 0) continue;
      const off = call.arguments.some(({ argument, value }) => argument.name === 'secure' && isConstant(value, false));
      const kind = cookieKind(facts, call);
      const secureMissing = missing.includes('secure');
      report(call.at, {
        message: `The cookie is set without ${missing.join(' and ')}.`,
        confidence:
          kind === 'harmless'
            ? 'low'
            : kind === 'sensitive' && secureMissing
              ? 'high'
              : secureMissing || off
                ? 'medium'
                : 'low',
        ...fixOf(call, missing),
      });
    }
    for (const { property, value, at, valueAt } of facts.assignments) {
      if (!SETTINGS.test(property) || !isConstant(value, false)) continue;
      report(at, {
        message: `'${property}' is off.`,
        confidence: property === 'CSRF_COOKIE_HTTPONLY' ? 'low' : 'high',
        ...(property.endsWith('_HTTPONLY') ? { fix: [{ at: valueAt, newText: 'True' }] } : {}),
      });
    }
  },
};

/** Flags that are absent or known to be false; a value that is not known counts as set. */
function missingFlags(call: CallFact): readonly string[] {
  return (['secure', 'httponly'] as const).filter((flag) => {
    const value = call.argument(flag);
    return value === undefined ? !call.has(flag) : isConstant(value, false) || isConstant(value, null);
  });
}

/** `set_cookie('a', '', expires=0)` takes a cookie away. */
function isRemoval(call: CallFact): boolean {
  const value = textOf(call.argument(1, 'value'));
  return value === '' || (call.has('expires', 'max_age') && call.argument('expires', 'max_age')?.constant?.value === 0);
}

function cookieKind(facts: ModuleFacts, call: CallFact): 'sensitive' | 'harmless' | 'unknown' {
  const given = call.arguments.slice(0, 2).map(({ argument }) => facts.textAt(argument.value.at).slice(0, 100));
  const names = [textOf(call.argument(0, 'key', 'name')) ?? '', ...given, usesOf(facts, call.expression).within];
  const words = names.flatMap((name) => identifierWords(name));
  if (
    names
      .slice(0, 2)
      .flatMap(identifierWords)
      .some((word) => HARMLESS.has(word))
  )
    return 'harmless';
  return words.some((word) => SENSITIVE.has(word) || secretKind(word) !== undefined) ? 'sensitive' : 'unknown';
}

/** Turns httponly on. With secure the cookie would not come back to a site without TLS. */
function fixOf(
  call: CallFact,
  missing: readonly string[],
): {
  readonly fix?: readonly { readonly at: { readonly start: number; readonly end: number }; readonly newText: string }[];
} {
  if (missing.join() !== 'httponly') return {};
  const given = call.arguments.find(({ argument }) => argument.name === 'httponly')?.argument.value;
  if (given !== undefined) return { fix: [{ at: given.at, newText: 'True' }] };
  const last = call.arguments.at(-1)?.argument.value.at.end;
  return last === undefined ? {} : { fix: [{ at: { start: last, end: last }, newText: ', httponly=True' }] };
}
