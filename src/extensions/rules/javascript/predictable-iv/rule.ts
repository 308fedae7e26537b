import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import type { CallFact } from '#engine/analysis/facts.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

export const rule: Rule = {
  id: 'javascript/predictable-iv',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-329', 'CWE-1204'],
  title: 'Constant initialisation vector',
  severity: 'medium',
  rationale: 'With one vector for all messages equal texts have equal beginnings, and with GCM the key can be found.',
  remediation: 'Draw the vector with crypto.randomBytes for each message and store it with the message.',
  references: ['https://cwe.mitre.org/data/definitions/329.html', 'https://cwe.mitre.org/data/definitions/1204.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      if (!/(?:^|\.)createCipheriv$/.test(calleeName(call))) continue;
      if (isFixedBytes(call, call.argument(2)))
        report(call.at, { message: 'The initialisation vector is the same for every message.', confidence: 'high' });
    }
  },
};

function isFixedBytes(call: CallFact, value: Value | undefined): boolean {
  if (value === undefined) return false;
  // `null` is what modes without a vector get, such as ECB.
  if (textOf(value) !== undefined) return textOf(value) !== '';
  const { origin } = value;
  if (origin?.kind !== 'call') return false;
  const name = value.name ?? '';
  if (/Buffer\.alloc(?:\(\))?$/.test(name)) return origin.arguments.length === 1;
  return /Buffer\.from(?:\(\))?$/.test(name) && origin.arguments[0]?.value.kind === 'literal' && !call.hasSpread;
}
