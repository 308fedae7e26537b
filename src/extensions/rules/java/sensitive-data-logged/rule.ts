import type { Expression } from '#engine/analysis/ir.ts';
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
      ? getterName(value.callee)
      : value.kind === 'name' || value.kind === 'member'
        ? lastName(value)
        : '';
  const kind = name === '' ? undefined : secretKind(name);
  return (
    (kind === 'password' || kind === 'key') &&
    !/^(?:is|has)|hash|encrypt|mask|count|salt|pin$/i.test(name) &&
    !/^[A-Z_\d]+$/.test(name)
  );
}

/** `user.getPassword()` gives the password. */
function getterName(callee: Expression): string {
  const [, named] = /^get(\w+)$/.exec(callee.kind === 'member' ? callee.property : '') ?? [];
  return named === undefined ? '' : named.charAt(0).toLowerCase() + named.slice(1);
}
