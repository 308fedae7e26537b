import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { IrNode } from '#engine/analysis/judges/walk.ts';
import { calleeName, methodName } from '#engine/analysis/judges/callee-name.ts';
import { parentOf } from '#engine/analysis/judges/surroundings.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/** Calls after whose failure the program goes on with less protection than it thinks. */
const CRITICAL =
  /^(?:crypto\/rand\.Read|syscall\.(?:Setuid|Setgid|Chroot|Setgroups|Setresuid)|bcrypt\.CompareHashAndPassword|crypto\/rsa\.Verify\w+|os\.Chmod)$/;
/** Readings of what a stranger sent. */
const READS =
  /^(?:encoding\/json\.Unmarshal|encoding\/xml\.Unmarshal|encoding\/json\.NewDecoder\(\)\.Decode|strconv\.(?:Atoi|ParseInt|ParseUint|ParseFloat))$/;

export const rule: Rule = {
  id: 'go/unchecked-error',
  languages: ['go'],
  cwes: ['CWE-252', 'CWE-391'],
  title: 'Error that is thrown away',
  severity: 'medium',
  rationale: 'When the call fails nobody notices, and the program goes on with zeros, nothing, or too many rights.',
  remediation: 'Test the error and stop when there is one.',
  references: ['https://cwe.mitre.org/data/definitions/252.html', 'https://cwe.mitre.org/data/definitions/391.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = calleeName(call);
      const isCritical = CRITICAL.test(name);
      if (!isCritical && !(READS.test(name) && isRemote(call))) continue;
      if (!isThrownAway(facts, call)) continue;
      report(call.at, { message: `The error of '${methodName(call)}' is thrown away.`, confidence: 'medium' });
    }
  },
};

function isRemote(call: CallFact): boolean {
  return [call.receiver, ...call.arguments.map(({ value }) => value)].some(
    (value) => value?.taints.some(({ kind }) => kind === 'remote') === true,
  );
}

function isThrownAway(facts: ModuleFacts, call: CallFact): boolean {
  if (call.isResultUnused) return true;
  const parent: IrNode | undefined = parentOf(facts, call.expression);
  if (parent?.kind !== 'assign') return false;
  const [target] = parent.targets;
  const last = target?.kind === 'sequence' ? target.items.at(-1) : target;
  return last?.kind === 'name' && last.name === '_';
}
