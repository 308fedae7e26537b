import type { CallFact } from '#engine/analysis/facts.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/chroot',
  languages: ['c', 'cpp'],
  cwes: ['CWE-243'],
  title: 'Root changed, and not the folder',
  severity: 'medium',
  rationale: 'A process whose current folder lies outside of its new root can leave the root.',
  remediation: 'Call chdir("/") right after chroot, and look whether both succeeded.',
  references: [
    'https://cwe.mitre.org/data/definitions/243.html',
    'https://man7.org/linux/man-pages/man2/chroot.2.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      if (call.expression.callee.kind !== 'name' || methodName(call) !== 'chroot') continue;
      const hasFolder = facts.calls.some((other) => /^f?chdir$/.test(methodName(other)) && isNear(call, other));
      if (!hasFolder) {
        report(call.at, { message: "'chroot' leaves the current folder where it was.", confidence: 'medium' });
      } else if (call.isResultUnused) {
        report(call.at, {
          message: "Nobody looks whether 'chroot' succeeded.",
          confidence: 'medium',
          cwes: ['CWE-243'],
        });
      }
    }
  },
};

function isNear(call: CallFact, other: CallFact): boolean {
  return other.within === call.within;
}
