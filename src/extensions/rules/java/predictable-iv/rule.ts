import { countWork } from '#engine/analysis/rule-work.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { numberOf } from '#engine/analysis/judges/constant-of.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/** Rounds below which a derived key is guessed quickly. */
const FEWEST_ROUNDS = 1000;

export const rule: Rule = {
  id: 'java/predictable-iv',
  languages: ['java'],
  cwes: ['CWE-329', 'CWE-1204', 'CWE-760', 'CWE-916'],
  title: 'Predictable initialisation vector or salt',
  severity: 'medium',
  rationale:
    'With the same vector equal texts give equal beginnings, and with the same salt equal passwords give equal keys.',
  remediation: 'Fill the bytes with SecureRandom.nextBytes for each message or password.',
  references: [
    'https://cwe.mitre.org/data/definitions/329.html',
    'https://cwe.mitre.org/data/definitions/1204.html',
    'https://cwe.mitre.org/data/definitions/760.html',
    'https://cwe.mitre.org/data/definitions/916.html',
    'https://docs.oracle.com/en/java/javase/21/docs/api/java.base/javax/crypto/spec/IvParameterSpec.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const [name = ''] = call.names;
      const isVector = /(?:^|\.)(?:IvParameterSpec|GCMParameterSpec)$/.test(name);
      const isSalt = /(?:^|\.)PBE(?:Key|Parameter)Spec$/.test(name);
      if (!isVector && !isSalt) continue;
      const position = /GCMParameterSpec$|PBEKeySpec$/.test(name) ? 1 : 0;
      if (isConstantBytes(facts, call, position)) {
        report(call.at, {
          message: isVector ? 'The initialisation vector is the same each time.' : 'The salt is the same each time.',
          confidence: 'high',
          cwes: isVector ? ['CWE-329', 'CWE-1204'] : ['CWE-760'],
        });
      }
      const rounds = isSalt ? numberOf(call.argument(position + 1)) : undefined;
      if (rounds !== undefined && rounds < FEWEST_ROUNDS)
        report(call.at, {
          message: `The key is derived in ${String(rounds)} rounds only.`,
          confidence: 'medium',
          cwes: ['CWE-916'],
        });
    }
  },
};

function isConstantBytes(facts: ModuleFacts, call: CallFact, position: number): boolean {
  const value = call.argument(position);
  if (value === undefined || value.taints.length > 0) return false;
  if (typeof value.constant?.value === 'string') return true;
  if (value.form === 'list' && value.isClosed === true)
    return [...(value.fields?.values() ?? [])].every(({ constant }) => typeof constant?.value === 'number');
  const given = call.expression.arguments[position]?.value;
  if (value.name !== 'byte[]()' || given === undefined) return false;
  // An array that nothing is put into stays as it was made: all zeros.
  const variable = given.kind === 'call' ? '' : writtenName(given);
  if (given.kind === 'call') return true;
  countWork(facts.calls.length + facts.assignments.length);
  return (
    !facts.calls.some(
      (one) =>
        one !== call &&
        one.at.start < call.at.start &&
        one.expression.arguments.some((argument) => writtenName(argument.value) === variable),
    ) && !facts.assignments.some(({ target }) => target.kind === 'index' && writtenName(target.object) === variable)
  );
}
