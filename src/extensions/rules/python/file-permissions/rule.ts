import { calleeName, endsWithName } from '#engine/analysis/judges/callee-name.ts';
import { commandText } from '#engine/analysis/judges/command-text.ts';
import { numberOf, textOf } from '#engine/analysis/judges/constant-of.ts';
import { calleeTable } from '#engine/analysis/judges/callee-table.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { ArgumentName } from '#engine/analysis/framework.ts';
import type { Rule } from '#engine/analysis/rule.ts';

interface Setter {
  readonly callee: string;
  readonly mode: readonly ArgumentName[];
}

/** What sets permission bits, by the end of its name. */
const permissionSetter = calleeTable<Setter>([
  { callee: 'os.chmod', mode: [1, 'mode'] },
  { callee: 'os.fchmod', mode: [1, 'mode'] },
  { callee: 'os.lchmod', mode: [1, 'mode'] },
  { callee: 'os.open', mode: [2, 'mode'] },
  { callee: 'os.mkdir', mode: [1, 'mode'] },
  { callee: 'os.makedirs', mode: [1, 'mode'] },
  { callee: 'os.mkfifo', mode: [1, 'mode'] },
  { callee: 'os.mknod', mode: [1, 'mode'] },
  { callee: 'pathlib.Path.chmod', mode: [0, 'mode'] },
  { callee: 'pathlib.Path.mkdir', mode: ['mode'] },
  { callee: '*.chmod', mode: [0, 'mode'] },
]);

const COMMANDS = /^(?:os\.(?:system|popen)|subprocess\.(?:run|call|Popen|check_call|check_output|getoutput))$/;
/** `chmod 777`, `chmod -R a+w`. */
const OPEN_COMMAND = /\bchmod\s+(?:-\w+\s+)*(?:0?[0-7]?[0-7]{2}[2367]\b|[ugoa]*[oa]\+r?w)/;

const OTHERS_WRITE = 0o002;
const GROUP_WRITE = 0o020;
const OTHERS_EXECUTE_OR_READ = 0o005;
const SET_ID = 0o4000;
const OWNER_WRITE_READ = 0o700;

/** Bits by the names that the module `stat` gives them. */
const BITS: Readonly<Record<string, number>> = {
  S_IRWXU: 0o700,
  S_IRUSR: 0o400,
  S_IWUSR: 0o200,
  S_IXUSR: 0o100,
  S_IRWXG: 0o070,
  S_IRGRP: 0o040,
  S_IWGRP: 0o020,
  S_IXGRP: 0o010,
  S_IRWXO: 0o007,
  S_IROTH: 0o004,
  S_IWOTH: 0o002,
  S_IXOTH: 0o001,
  S_ISUID: 0o4000,
  S_ISGID: 0o2000,
};

export const rule: Rule = {
  id: 'python/file-permissions',
  languages: ['python'],
  cwes: ['CWE-732', 'CWE-276'],
  title: 'File open to other users',
  severity: 'medium',
  rationale: 'Every account on the machine, that of a broken service too, can read or change the file.',
  remediation: 'Give the owner alone the permissions: 0o600 for files, 0o700 for directories and programs.',
  references: ['https://cwe.mitre.org/data/definitions/732.html', 'https://cwe.mitre.org/data/definitions/276.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = calleeName(call);
      if (endsWithName(name, 'os.umask')) {
        const mask = numberOf(call.argument(0));
        if (mask !== 0 || !call.isResultUnused) continue;
        report(call.at, { message: 'New files get every permission they ask for.', confidence: 'medium' });
        continue;
      }
      if (COMMANDS.test(name)) {
        if (!OPEN_COMMAND.test(commandText(call))) continue;
        report(call.at, { message: 'Every user may write the file.', confidence: 'high' });
        continue;
      }
      const setter = permissionSetter(name.replaceAll('()', ''));
      if (setter === undefined) continue;
      const mode = modeOf(facts, call, setter.mode);
      if (mode === undefined) continue;
      if (isPrivate(mode) && endsWithName(name, 'os.chmod') && isWrittenBefore(facts, call)) {
        report(call.at, {
          message: 'Until its permissions are changed here, the file is open to whom the mask allows.',
          confidence: 'medium',
          remediation: 'Create the file with its permissions, by os.open.',
        });
        continue;
      }
      const said = problemOf(mode);
      if (said === undefined) continue;
      // What is created here has the mask of the process taken away.
      const isMasked = /open$|mkdir$|makedirs$/.test(name) && mode !== 0o777;
      const literal = call.arguments.find(({ value }) => numberOf(value) === mode)?.argument.value;
      report(call.at, {
        message: said.message,
        confidence: isMasked || !said.isSure ? 'low' : 'high',
        ...(literal?.kind === 'literal' &&
          (mode & SET_ID) === 0 && {
            fix: [{ at: literal.at, newText: `0o${(mode & OWNER_WRITE_READ).toString(8)}` }],
          }),
      });
    }
  },
};

function problemOf(mode: number): { readonly message: string; readonly isSure: boolean } | undefined {
  if ((mode & SET_ID) !== 0) return { message: 'The file runs with the rights of its owner.', isSure: true };
  if ((mode & OTHERS_WRITE) !== 0) return { message: 'Every user may write the file.', isSure: true };
  if ((mode & GROUP_WRITE) !== 0 && (mode & OTHERS_EXECUTE_OR_READ) !== 0) {
    return { message: 'The group may write the file, and everyone may read it.', isSure: false };
  }
  return undefined;
}

function isPrivate(mode: number): boolean {
  return (mode & 0o077) === 0;
}

/** Whether the same path was opened for writing in the same function, without a mask that says who may read it. */
function isWrittenBefore(facts: ModuleFacts, call: CallFact): boolean {
  const path = call.expression.arguments[0]?.value;
  if (
    path === undefined ||
    /\bumask\b|\bmkstemp\b|\bmkdtemp\b/.test(
      call.within === undefined ? facts.codeText : facts.codeAt(call.within.function.at),
    )
  )
    return false;
  return facts.calls.some((open) => {
    if (
      !/^(?:open|io\.open|codecs\.open)$/.test(calleeName(open)) ||
      open.within !== call.within ||
      open.at.start > call.at.start
    )
      return false;
    const mode = textOf(open.argument(1, 'mode'));
    const opened = open.expression.arguments[0]?.value;
    return (
      mode !== undefined &&
      /[wax]/.test(mode) &&
      opened !== undefined &&
      facts.textAt(opened.at) === facts.textAt(path.at)
    );
  });
}

function modeOf(facts: ModuleFacts, call: CallFact, names: readonly ArgumentName[]): number | undefined {
  const value = call.argument(...names);
  const known = numberOf(value);
  if (known !== undefined) return known;
  const argument = call.arguments.find((one) => one.value === value);
  if (argument === undefined) return undefined;
  const written = value?.origin === undefined ? '' : facts.textAt(value.origin.at);
  const text = [facts.textAt(argument.argument.value.at), written].find((one) => /S_I[RWXS]/.test(one)) ?? '';
  if (text.includes('~')) return undefined;
  let bits = 0;
  for (const [bit] of text.matchAll(/S_I[A-Z]{3,5}/g)) bits |= BITS[bit] ?? 0;
  return bits === 0 ? undefined : bits;
}
