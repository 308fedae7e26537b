import type { CallFact } from '#engine/analysis/facts.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { wordsOf } from '#engine/analysis/judges/constant-of.ts';
import { mentions } from '#engine/analysis/judges/names-within.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const KEEPS = /^\s*(?:insert\s+into|update)\b[\s\S]*\bpass(?:word|wd|_hash)?\b/i;
const HASHES = /bcrypt|argon|scrypt|pbkdf|hash|encrypt|digest|sha\d|md5/i;

export const rule: Rule = {
  id: 'go/password-storage',
  languages: ['go'],
  cwes: ['CWE-256', 'CWE-522', 'CWE-312'],
  title: 'Password kept as it is',
  severity: 'high',
  rationale: 'Whoever gets to see the database has the passwords of all users, here and wherever else they use them.',
  remediation: 'Keep what bcrypt.GenerateFromPassword makes of the password.',
  references: [
    'https://cwe.mitre.org/data/definitions/256.html',
    'https://cwe.mitre.org/data/definitions/522.html',
    'https://cwe.mitre.org/data/definitions/312.html',
    'https://pkg.go.dev/golang.org/x/crypto/bcrypt',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = passwordKept(call);
      if (name === undefined || mentions(facts, call.within, HASHES)) continue;
      report(call.at, { message: `The password '${name}' is stored as it is.`, confidence: 'medium' });
    }
  },
};

function passwordKept(call: CallFact): string | undefined {
  if (!/^(?:Must)?(?:Exec|ExecContext|QueryRow|QueryRowContext|NamedExec)$/.test(methodName(call))) return undefined;
  const statement = call.arguments.findIndex(({ value }) => KEEPS.test(wordsOf(value)));
  if (statement < 0) return undefined;
  return call.arguments
    .slice(statement + 1)
    .map(({ argument }) => lastName(argument.value))
    .find((name) => secretKind(name) === 'password');
}
