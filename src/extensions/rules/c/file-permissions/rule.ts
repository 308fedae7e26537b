import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { numberOf } from '#engine/analysis/judges/constant-of.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import type { Rule, RuleFinding, TextEdit } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/file-permissions',
  languages: ['c', 'cpp'],
  cwes: ['CWE-732', 'CWE-276'],
  title: 'File that all may change',
  severity: 'medium',
  rationale:
    'What every user may write, every user may replace; programs that trust the file then do what somebody else wants.',
  remediation: 'Give permissions to the owner alone, such as 0600 or 0700.',
  references: [
    'https://cwe.mitre.org/data/definitions/732.html',
    'https://cwe.mitre.org/data/definitions/276.html',
    'https://wiki.sei.cmu.edu/confluence/display/c/FIO06-C.+Create+files+with+appropriate+access+permissions',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const finding = judge(facts, call);
      if (finding !== undefined) report(call.at, finding);
    }
  },
};

const POSITION: Readonly<Record<string, number>> = {
  chmod: 1,
  fchmod: 1,
  lchmod: 1,
  fchmodat: 2,
  open: 2,
  open64: 2,
  openat: 3,
  creat: 1,
  mkdir: 1,
  mkdirat: 2,
  mkfifo: 1,
  mknod: 1,
  permissions: 1,
};

function judge(facts: ModuleFacts, call: CallFact): RuleFinding | undefined {
  const name = methodName(call);
  if (name === 'umask' && numberOf(call.argument(0)) === 0) {
    return isAskedBack(facts, call)
      ? undefined
      : { message: "'umask' takes nothing away from the permissions of new files.", confidence: 'medium' };
  }
  const position = POSITION[name];
  const given = position === undefined ? undefined : call.arguments[position];
  if (given === undefined) return undefined;
  const written = facts.textAt(given.argument.value.at);
  const mode = numberOf(given.value);
  const isNumber = mode !== undefined && (mode & 0o2) !== 0 && (mode & 0o1000) === 0;
  const isNamed =
    mode === undefined &&
    /\bS_I(?:WOTH|RWXO)\b|\bperms::(?:all|others_all|others_write)\b/.test(written.slice(0, 300)) &&
    !written.includes('~');
  if (!isNumber && !isNamed) return undefined;
  const fix: readonly TextEdit[] = /^0[0-7]{3}$/.test(written)
    ? [{ at: given.argument.value.at, newText: (mode ?? 0) & 0o111 ? '0700' : '0600' }]
    : [];
  // What is created gets what the mask of the process leaves.
  const isExact = /chmod|permissions/.test(name);
  return {
    message: `The mode given to '${name}' lets all users write.`,
    confidence: isExact ? 'high' : 'medium',
    ...(fix.length > 0 && { fix }),
  };
}

/** `mask = umask(0); umask(mask);`, which is how one asks for it. */
function isAskedBack(facts: ModuleFacts, call: CallFact): boolean {
  const others = facts.calls.filter((one) => one !== call && methodName(one) === 'umask');
  return others.length > 0 && !call.isResultUnused;
}
