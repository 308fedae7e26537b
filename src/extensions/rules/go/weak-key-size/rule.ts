import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { numberOf } from '#engine/analysis/judges/constant-of.ts';
import { weakerCost } from './weaker-cost.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const SMALLEST_RSA = 2048;

export const rule: Rule = {
  id: 'go/weak-key-size',
  languages: ['go'],
  cwes: ['CWE-326', 'CWE-916'],
  title: 'Key that is too short',
  severity: 'high',
  rationale: 'A short key can be found by computing, and a cheap derivation lets passwords be guessed fast.',
  remediation: 'Make RSA keys of 3072 bits or more, and derive keys with the cost that is recommended today.',
  references: ['https://cwe.mitre.org/data/definitions/326.html', 'https://cwe.mitre.org/data/definitions/916.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = calleeName(call);
      if (name === 'crypto/rsa.GenerateKey' || name === 'crypto/rsa.GenerateMultiPrimeKey') {
        const position = name.endsWith('.GenerateKey') ? 1 : 2;
        const bits = numberOf(call.argument(position));
        if (bits === undefined || bits >= SMALLEST_RSA) continue;
        const literal = call.expression.arguments[position]?.value;
        report(call.at, {
          message: `An RSA key of ${String(bits)} bits is too short.`,
          confidence: 'high',
          cwes: ['CWE-326'],
          ...(literal?.kind === 'literal' && { fix: [{ at: literal.at, newText: '3072' }] }),
        });
      } else if (name === 'crypto/elliptic.P224') {
        report(call.at, { message: 'A curve of 224 bits is too small.', confidence: 'medium', cwes: ['CWE-326'] });
      } else {
        const weak = weakerCost(call, name);
        if (weak !== undefined) report(call.at, { message: weak, confidence: 'medium', cwes: ['CWE-916'] });
      }
    }
  },
};
