import type { CallFact } from '#engine/analysis/facts.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { numberOf, textOf } from '#engine/analysis/judges/constant-of.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const RSA_BITS = 2048;
const ROUNDS = 10_000;
const BCRYPT_COST = 10;

export const rule: Rule = {
  id: 'javascript/weak-key-size',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-326', 'CWE-916'],
  title: 'Key that is too short',
  severity: 'medium',
  rationale: 'A key with few bits, or one made in few rounds, can be found by trying.',
  remediation: 'Use RSA keys of at least 2048 bits, 100,000 rounds of PBKDF2, and a bcrypt cost of at least 10.',
  references: ['https://cwe.mitre.org/data/definitions/326.html', 'https://cwe.mitre.org/data/definitions/916.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const message = weaknessOf(call);
      if (message !== undefined) report(call.at, { message, confidence: 'high' });
    }
  },
};

function weaknessOf(call: CallFact): string | undefined {
  const name = calleeName(call);
  if (/(?:^|\.)generateKeyPair(?:Sync)?$/.test(name)) {
    const bits = numberOf(call.argument(1)?.fields?.get('modulusLength'));
    const kind = textOf(call.argument(0));
    if (bits !== undefined && bits < RSA_BITS && kind !== 'ec') return `The key has ${bits} bits.`;
  }
  if (/(?:^|\.)pbkdf2(?:Sync)?$/.test(name)) {
    const rounds = numberOf(call.argument(2));
    if (rounds !== undefined && rounds < ROUNDS) return `The key is made in ${rounds} rounds.`;
  }
  if (/^bcrypt(?:js)?\.(?:hash|hashSync|genSalt|genSaltSync)$/.test(name)) {
    const cost = numberOf(call.argument(name.includes('genSalt') ? 0 : 1));
    if (cost !== undefined && cost < BCRYPT_COST) return `The bcrypt cost is ${cost}.`;
  }
  return undefined;
}
