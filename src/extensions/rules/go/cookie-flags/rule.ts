import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { identifierWords } from '#engine/analysis/identifier-words.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { isConstant, numberOf, textOf } from '#engine/analysis/judges/constant-of.ts';
import { definitionOf, parentOf } from '#engine/analysis/judges/surroundings.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const SENSITIVE: ReadonlySet<string> = new Set(
  'session sessionid sid auth token jwt login user csrf refresh access remember id'.split(' '),
);

export const rule: Rule = {
  id: 'go/cookie-flags',
  languages: ['go'],
  cwes: ['CWE-614', 'CWE-1004'],
  title: 'Cookie without protection',
  severity: 'medium',
  rationale:
    'A cookie without Secure is sent in clear text, and one without HttpOnly is read by any script of the page.',
  remediation: 'Set Secure, HttpOnly and SameSite of cookies.',
  references: [
    'https://cwe.mitre.org/data/definitions/614.html',
    'https://cwe.mitre.org/data/definitions/1004.html',
    'https://pkg.go.dev/net/http#Cookie',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const missing = missingIn(facts, call);
      if (missing === undefined) continue;
      const [first] = missing;
      if (first === undefined) continue;
      report(call.at, {
        message: `The cookie is sent without ${missing.join(' and ')}.`,
        confidence: isSensitive(call) ? 'high' : 'medium',
        cwes: missing.length > 1 ? rule.cwes : first === 'Secure' ? ['CWE-614'] : ['CWE-1004'],
      });
    }
  },
};

function missingIn(facts: ModuleFacts, call: CallFact): readonly string[] | undefined {
  const name = calleeName(call);
  if (/^(?:net\/http|fiber)\.Cookie$/.test(name) && call.expression.isNew === true) {
    if (isDeleted(call) || isForRequest(facts, call)) return undefined;
    const only = name.startsWith('fiber') ? 'HTTPOnly' : 'HttpOnly';
    return ['Secure', only].filter((flag) => isOff(facts, call, flag));
  }
  // `c.SetCookie(name, value, maxAge, path, domain, secure, httpOnly)`
  if (name === 'gin.Context.SetCookie' && call.arguments.length === 7) {
    if ((numberOf(call.argument(2)) ?? 0) < 0) return undefined;
    return [
      ...(isConstant(call.argument(5), false) ? ['Secure'] : []),
      ...(isConstant(call.argument(6), false) ? ['HttpOnly'] : []),
    ];
  }
  if (/^sessions\.Options$/.test(name) && call.expression.isNew === true) {
    return ['Secure', 'HttpOnly'].filter((flag) => isOff(facts, call, flag));
  }
  return undefined;
}

function isOff(facts: ModuleFacts, call: CallFact, flag: string): boolean {
  const value = call.argument(flag);
  if (value !== undefined) return isConstant(value, false);
  // It may be set after.
  return !facts.assignments.some(({ property, value: set }) => property === flag && !isConstant(set, false));
}

/** A cookie that is taken back. */
function isDeleted(call: CallFact): boolean {
  return (numberOf(call.argument('MaxAge')) ?? 0) < 0 || textOf(call.argument('Value')) === '';
}

/** `request.AddCookie(&http.Cookie{…})`: flags are for browsers. */
function isForRequest(facts: ModuleFacts, call: CallFact): boolean {
  const parent = parentOf(facts, call.expression);
  const user = parent?.kind === 'unary' ? parentOf(facts, parent) : parent;
  if (user?.kind === 'call') return lastName(user.callee) === 'AddCookie';
  return facts.calls.some(
    (other) =>
      calleeName(other).endsWith('.AddCookie') &&
      other.expression.arguments.some(({ value }) => {
        const made = definitionOf(facts, value);
        return made === call.expression || (made.kind === 'unary' && made.operand === call.expression);
      }),
  );
}

function isSensitive(call: CallFact): boolean {
  const name = textOf(call.argument('Name', 0)) ?? '';
  return identifierWords(name).some((word) => SENSITIVE.has(word));
}
