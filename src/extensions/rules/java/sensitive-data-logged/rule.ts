import type { CallExpression, Expression } from '#engine/analysis/ir.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { CallFact } from '#engine/analysis/facts.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const LOGGING = /^org\.slf4j\.Logger\.|^System\.(?:out|err)\.print/;

export const rule: Rule = {
  id: 'java/sensitive-data-logged',
  languages: ['java'],
  cwes: ['CWE-532', 'CWE-200'],
  title: 'Secret in a log',
  severity: 'medium',
  rationale: 'Logs are read, copied and kept by more people than a secret is meant for.',
  remediation: 'Leave the secret out of what is logged.',
  references: [
    'https://cwe.mitre.org/data/definitions/532.html',
    'https://cwe.mitre.org/data/definitions/200.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      if (!LOGGING.test(call.names[0] ?? '')) continue;
      const name = secretIn(call);
      if (name !== undefined) report(call.at, { message: `'${name}' is written to the log.`, confidence: 'medium' });
    }
  },
};

/** Tokens that open something, and numbers of cards and people. */
const CREDENTIAL =
  /^(?:access|refresh|auth|bearer|session|reset|api|jwt|id)_?tokens?$|^(?:jwt|cvv|cvc|ssn|pan|iban|sessionId|authorization)$|^(?:credit)?card_?number$|^social_?security_?number$/i;

function secretIn({ expression }: CallFact): string | undefined {
  for (const { value } of expression.arguments) {
    const found = partsOf(value, 0).find((part) => isSecret(part));
    if (found !== undefined) return lastName(found);
  }
  return undefined;
}

/** The pieces of a sum. */
function partsOf(value: Expression, depth: number): readonly Expression[] {
  if (value.kind !== 'binary' || depth > 200) return [value];
  return [...partsOf(value.left, depth + 1), value.right];
}

function isSecret(value: Expression): boolean {
  const name =
    value.kind === 'call'
      ? isHeader(value) || getterName(value.callee)
      : value.kind === 'name' || value.kind === 'member'
        ? lastName(value)
        : '';
  const kind = name === '' ? undefined : secretKind(name);
  return (
    (kind === 'password' || kind === 'key' || CREDENTIAL.test(name)) &&
    !/^(?:is|has)|hash|encrypt|mask|count|salt|pin$/i.test(name) &&
    !/^[A-Z_\d]+$/.test(name)
  );
}

/** `request.getHeader("Authorization")`. */
function isHeader({ callee, arguments: given }: CallExpression): string {
  const first = given[0]?.value;
  const isAsked = callee.kind === 'member' && callee.property === 'getHeader' && first?.kind === 'literal';
  return isAsked && /^authorization$/i.test(String(first.value)) ? 'authorization' : '';
}

/** `user.getPassword()` gives the password. */
function getterName(callee: Expression): string {
  const property = callee.kind === 'member' ? callee.property : '';
  const [, named] = /^get(\w+)$/.exec(property) ?? [];
  // Records have no `get`.
  if (
    named === undefined &&
    /^(?:password|passwd|secret|apiKey|secretKey|privateKey|accessToken|cvv|ssn)$/.test(property)
  )
    return property;
  return named === undefined ? '' : named.charAt(0).toLowerCase() + named.slice(1);
}
