import { isResultIgnored } from '#engine/analysis/judges/ignored-result.ts';
import type { CallFact } from '#engine/analysis/facts.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/privilege-drop',
  languages: ['c', 'cpp'],
  cwes: ['CWE-273', 'CWE-252', 'CWE-271'],
  title: 'Privileges that may not be dropped',
  severity: 'high',
  rationale: 'When giving up a privilege fails and nobody looks, the program goes on with all its rights.',
  remediation: 'Drop groups first, then the group, then the user, and end the program when any of these calls fails.',
  references: [
    'https://cwe.mitre.org/data/definitions/273.html',
    'https://cwe.mitre.org/data/definitions/252.html',
    'https://cwe.mitre.org/data/definitions/271.html',
    'https://wiki.sei.cmu.edu/confluence/display/c/POS37-C.+Ensure+that+privilege+relinquishment+is+successful',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const dropped = new Set<unknown>();
    for (const call of facts.calls.toSorted((a, b) => a.at.start - b.at.start)) {
      const { callee } = call.expression;
      const name = methodName(call);
      if (callee.kind !== 'name' || !CALLS.has(name)) continue;
      if (/^set(?:e|re|res)?uid$/.test(name) && isDrop(call)) dropped.add(call.within);
      const isTooLate = /^set(?:e|re|res)?gid$|^(?:set|init)groups$/.test(name) && dropped.has(call.within);
      if (isTooLate) {
        report(call.at, {
          message: `'${name}' comes after the user was dropped, and has no right to succeed any more.`,
          confidence: 'medium',
        });
      } else if (isResultIgnored(call)) {
        report(call.at, { message: `Nobody looks whether '${name}' succeeded.`, confidence: 'medium' });
      }
    }
  },
};

const CALLS: ReadonlySet<string> = new Set(
  'setuid setgid seteuid setegid setreuid setregid setresuid setresgid setgroups initgroups cap_set_proc'.split(' '),
);

/** Back to root is no drop. */
function isDrop(call: CallFact): boolean {
  return call.argument(0)?.constant?.value !== 0;
}
