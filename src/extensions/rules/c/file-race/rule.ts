import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { mentions } from '#engine/analysis/judges/names-within.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/file-race',
  languages: ['c', 'cpp'],
  cwes: ['CWE-367'],
  title: 'File that may change between check and use',
  severity: 'medium',
  rationale: 'Between a check of a path and its use, another process can put a different file or a link there.',
  remediation: 'Open the file first and ask the descriptor with fstat, or drop the privileges and simply open it.',
  references: [
    'https://cwe.mitre.org/data/definitions/367.html',
    'https://wiki.sei.cmu.edu/confluence/display/c/FIO45-C.+Avoid+TOCTOU+race+conditions+while+accessing+files',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const checks = new Map<string, { readonly call: CallFact; readonly isAccess: boolean }>();
    for (const call of facts.calls.toSorted((a, b) => a.at.start - b.at.start)) {
      if (call.expression.callee.kind !== 'name') continue;
      const name = methodName(call);
      const key = pathOf(facts, call, name);
      if (key === undefined) continue;
      if (CHECKS.test(name)) {
        if (!checks.has(key)) checks.set(key, { call, isAccess: /access$/.test(name) });
        continue;
      }
      const check = checks.get(key);
      if (check === undefined || !USES.test(name) || refuses(facts, call)) continue;
      checks.delete(key);
      const isCertain =
        check.isAccess || mentions(facts, call.within, /^(?:S_ISREG|S_ISLNK|S_ISDIR|st_uid|st_gid|st_mode|st_ino)$/);
      report(call.at, {
        message: `The path that '${name}' uses was checked by '${methodName(check.call)}' before, and may have changed since.`,
        confidence: isCertain ? 'medium' : 'low',
      });
    }
  },
};

const CHECKS = /^(?:access|faccessat|euidaccess|eaccess|_access|stat|lstat|_stat)$/;
const USES =
  /^(?:open|open64|fopen|freopen|creat|unlink|remove|rename|chmod|chown|lchown|rmdir|truncate|symlink|link|opendir|execv|execl|_open)$/;

/** The path as it is written, within its function. */
function pathOf(facts: ModuleFacts, { arguments: given, within }: CallFact, name: string): string | undefined {
  const path = given[name === 'faccessat' ? 1 : 0]?.argument.value;
  if (path === undefined || (path.kind === 'literal' && path.value === null)) return undefined;
  return `${String(within?.function.at.start ?? -1)} ${facts.textAt(path.at).slice(0, 200)}`;
}

/** Opening itself tells whether the file is there already, or a link. */
function refuses(facts: ModuleFacts, call: CallFact): boolean {
  return call.arguments.some(({ argument }) =>
    /\bO_(?:EXCL|NOFOLLOW)\b|^"[wa]\w*x/.test(facts.textAt(argument.value.at).slice(0, 200)),
  );
}
