import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { isTestPath } from '#engine/analysis/judges/test-path.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const CHECKS = /getpwuid|getuid|st_uid|owner|username|psutil|permission|allowed|whitelist|children|is_?valid/i;

export const rule: Rule = {
  id: 'python/unverified-ownership',
  languages: ['python'],
  cwes: ['CWE-283'],
  title: 'Owner of a process not verified',
  severity: 'medium',
  rationale: 'A program with more rights than its caller ends processes of others for it.',
  remediation: 'Check that the process belongs to the caller before a signal is sent.',
  references: ['https://cwe.mitre.org/data/definitions/283.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      if (!/^os\.(?:kill|killpg)$/.test(calleeName(call))) continue;
      const source = call.argument(0, 'pid')?.taints.find(({ kind }) => kind === 'remote' || kind === 'parameter');
      const written = call.arguments[0]?.argument.value;
      if (
        source === undefined ||
        (written?.kind !== 'name' && source.kind !== 'remote') ||
        call.argument(1)?.constant?.value === 0
      )
        continue;
      const around = call.within === undefined ? '' : facts.textAt(call.within.function.at);
      if (isTestPath(facts.module.path)) continue;
      if (CHECKS.test(around) || call.isInTry || call.within?.function.isMethod) continue;
      report(call.at, {
        message: 'The signal goes to whatever process the caller names.',
        confidence: source.kind === 'remote' ? 'high' : 'medium',
        taint: source,
      });
    }
  },
};
