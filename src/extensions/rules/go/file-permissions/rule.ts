import type { CallFact } from '#engine/analysis/facts.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { numberOf, textOf } from '#engine/analysis/judges/constant-of.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
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
const OTHERS_READ = 0o004;
const OWNER = 0o700;
const PRIVATE_FILE =
  /(?:^|[/\\])id_(?:rsa|ed25519|ecdsa)$|private[_-]?key|credentials?(?:\.\w+)?$|\.key$|\.p12$|passwords?(?:\.\w+)?$/i;
const PRIVATE_DATA =
  /^private_?key(?:_?(?:pem|bytes|data))?$|^(?:key|priv)_?pem$|^(?:secrets?|credentials?|passwords?)$/i;

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
      const mode = position === undefined ? undefined : modeOf(call, position);
      if (position === undefined || mode === undefined) continue;
      if ((mode & OTHERS_WRITE) === 0) {
        if ((mode & OTHERS_READ) === 0 || !isPrivate(call, name)) continue;
        report(call.at, {
          message: 'Every user may read the secret.',
          confidence: 'medium',
          ...fixOf(call, position, mode),
        });
        continue;
      }
      report(call.at, {
        message: 'Every user may write the file.',
        confidence: name === 'os.Chmod' ? 'high' : 'medium',
        ...fixOf(call, position, mode),
      });
    }
  },
};

/** A number, or `os.ModePerm`, which is all permissions. */
function modeOf(call: CallFact, position: number): number | undefined {
  const value = call.argument(position);
  return value?.name === 'os.ModePerm' || value?.name === 'io/fs.ModePerm' ? 0o777 : numberOf(value);
}

function fixOf(
  call: CallFact,
  position: number,
  mode: number,
): { readonly fix?: readonly { readonly at: CallFact['at']; readonly newText: string }[] } {
  const literal = call.expression.arguments[position]?.value;
  if (literal?.kind !== 'literal') return {};
  return { fix: [{ at: literal.at, newText: `0o${(mode & OWNER).toString(8)}` }] };
}

/** A file whose name or content speaks of a secret. */
function isPrivate(call: CallFact, name: string): boolean {
  if (name.endsWith('.Mkdir') || name.endsWith('.MkdirAll')) return false;
  const path = textOf(call.argument(0));
  if (path !== undefined && PRIVATE_FILE.test(path)) return true;
  const data = name.endsWith('.WriteFile') ? call.expression.arguments[1]?.value : undefined;
  return data !== undefined && PRIVATE_DATA.test(lastName(data));
}
