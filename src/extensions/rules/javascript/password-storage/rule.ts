import type { ModuleFacts } from '#engine/analysis/facts.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { CallFact } from '#engine/analysis/facts.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

const STORING = /^(?:create|insertOne|insert|save|insertMany)$/;

export const rule: Rule = {
  id: 'javascript/password-storage',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-256', 'CWE-522'],
  title: 'Password stored as it is',
  severity: 'high',
  rationale: 'Whoever gets to the database has the passwords of all users, here and wherever else they use them.',
  remediation: 'Store a hash made with Argon2, scrypt or bcrypt.',
  references: [
    'https://cwe.mitre.org/data/definitions/256.html',
    'https://cwe.mitre.org/data/definitions/522.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    if (hashesSomewhere(facts)) return;
    for (const call of facts.calls) {
      const password = storedPassword(call);
      if (password !== undefined)
        report(call.at, { message: `'${password}' is stored as the request has it.`, confidence: 'medium' });
    }
  },
};

/** Models often hash in a hook, so any hashing in the file counts. */
function hashesSomewhere(facts: ModuleFacts): boolean {
  return /bcrypt|scrypt|argon2|pbkdf2|\bhash|createHash/i.test(facts.codeText);
}

function storedPassword(call: CallFact): string | undefined {
  const method = lastName(call.expression.callee);
  if (call.expression.isNew === true ? !/^[A-Z]\w*$/.test(method) : !STORING.test(method)) return undefined;
  const entry = [...(call.argument(0)?.fields ?? [])].find(
    ([key, value]) => secretKind(key) === 'password' && isFromRequest(value),
  );
  if (entry !== undefined) return entry[0];
  return undefined;
}

function isFromRequest({ taints }: Value): boolean {
  return taints.some(({ kind, safeFor }) => kind === 'remote' && safeFor !== 'all');
}
