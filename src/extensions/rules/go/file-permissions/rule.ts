import type { CallFact } from '#engine/analysis/facts.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { numberOf } from '#engine/analysis/judges/constant-of.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/** Calls that set permissions, and where these stand. */
const SETTERS: Readonly<Record<string, number>> = {
  'os.Chmod': 1,
  'os.OpenFile': 2,
  'os.WriteFile': 2,
  'io/ioutil.WriteFile': 2,
  'os.Mkdir': 1,
  'os.MkdirAll': 1,
  'syscall.Chmod': 1,
};
const OTHERS_WRITE = 0o002;
const OWNER = 0o700;

export const rule: Rule = {
  id: 'go/file-permissions',
  languages: ['go'],
  cwes: ['CWE-732', 'CWE-276'],
  title: 'File open to other users',
  severity: 'medium',
  rationale: 'Every account on the machine, that of a broken service too, can change the file.',
  remediation: 'Give the owner alone the permissions: 0o600 for files, 0o700 for directories and programs.',
  references: ['https://cwe.mitre.org/data/definitions/732.html', 'https://cwe.mitre.org/data/definitions/276.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = calleeName(call);
      const position = SETTERS[name];
      if (name === 'syscall.Umask' && numberOf(call.argument(0)) === 0) {
        report(call.at, { message: 'New files get every permission they ask for.', confidence: 'medium' });
        continue;
      }
      const mode = position === undefined ? undefined : numberOf(call.argument(position));
      if (position === undefined || mode === undefined || (mode & OTHERS_WRITE) === 0) continue;
      report(call.at, {
        message: 'Every user may write the file.',
        confidence: name === 'os.Chmod' ? 'high' : 'medium',
        ...fixOf(call, position, mode),
      });
    }
  },
};

function fixOf(
  call: CallFact,
  position: number,
  mode: number,
): { readonly fix?: readonly { readonly at: CallFact['at']; readonly newText: string }[] } {
  const literal = call.expression.arguments[position]?.value;
  if (literal?.kind !== 'literal') return {};
  return { fix: [{ at: literal.at, newText: `0o${(mode & OWNER).toString(8)}` }] };
}
