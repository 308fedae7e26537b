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
    return isAskedBack(facts, call) || areModesGiven(facts)
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
  if (!isNumber && !isNamed) return judgeSecret(facts, call, name, mode ?? modeNamed(written));
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

/** Paths and functions that speak of what nobody else may even read. */
const SECRET_FILE = /private|secret|passw|shadow|credential|id_rsa|\.key\b|master_?key|token/i;
const PUBLIC_FILE = /public|\.pub\b|cert|\.crt\b/i;

/** A key or a list of passwords that all users may read. */
function judgeSecret(
  facts: ModuleFacts,
  call: CallFact,
  name: string,
  mode: number | undefined,
): RuleFinding | undefined {
  if (mode === undefined || (mode & 0o004) === 0 || /dir|fifo/.test(name)) return undefined;
  const path = call.arguments[name.endsWith('at') ? 1 : 0];
  const written = path === undefined ? '' : facts.codeAt(path.argument.value.at).slice(0, 200);
  const within = call.within?.function.name ?? '';
  const text = `${written} ${String(path?.value.constant?.value ?? '')}`;
  const isSecret =
    SECRET_FILE.test(text) || /(?:save|write|store|dump|export)_?\w*(?:private_?key|secret|passw)/i.test(within);
  if (!isSecret || PUBLIC_FILE.test(`${text} ${within}`)) return undefined;
  return { message: `The mode given to '${name}' lets all users read a secret.`, confidence: 'medium' };
}

/** `S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH`, as far as others are concerned. */
function modeNamed(written: string): number | undefined {
  return /\bS_IROTH\b/.test(written.slice(0, 300)) && !written.includes('~') ? 0o644 : undefined;
}

/** Calls that create with the permissions that the mask leaves, whatever the program wants. */
const CREATES_OPENLY = /^(?:fopen|fopen64|freopen|g_fopen|std\.ofstream|ofstream|mkfifo|bind)$/;
const CREATES_WITH_MODE = /^(?:open|open64|openat|creat|mkdir|mkdirat)$/;

/** Of the group and of everybody else: what a mask takes away as a rule. */
const OTHERS_WRITE = 0o022;

/** Every file of the program is created with a mode of its own that lets nobody else write: the mask has nothing to take away. */
function areModesGiven(facts: ModuleFacts): boolean {
  let isGiven = false;
  for (const call of facts.calls) {
    const name = methodName(call);
    if (CREATES_OPENLY.test(name) && !/^"?r\+?b?"?$/.test(String(call.argument(1)?.constant?.value ?? '')))
      return false;
    if (!CREATES_WITH_MODE.test(name)) continue;
    const position = POSITION[name];
    const given = position === undefined ? undefined : call.arguments[position];
    if (given === undefined) continue;
    if (((numberOf(given.value) ?? 0) & OTHERS_WRITE) !== 0) return false;
    isGiven = true;
  }
  return isGiven;
}

/** `mask = umask(0); umask(mask);`, which is how one asks for it. */
function isAskedBack(facts: ModuleFacts, call: CallFact): boolean {
  const others = facts.calls.filter((one) => one !== call && methodName(one) === 'umask');
  return others.length > 0 && !call.isResultUnused;
}
