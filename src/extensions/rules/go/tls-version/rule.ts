import type { Place } from '#engine/analysis/ir.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

const OLD = /^(?:crypto\/)?tls\.Version(?:SSL30|TLS10|TLS11)$/;
const OLDEST_GOOD = 0x0303;

export const rule: Rule = {
  id: 'go/tls-version',
  languages: ['go'],
  cwes: ['CWE-327', 'CWE-757'],
  title: 'Old version of TLS',
  severity: 'medium',
  rationale: 'Versions before TLS 1.2 have weaknesses that let connections be read.',
  remediation: 'Set MinVersion to tls.VersionTLS12 or tls.VersionTLS13.',
  references: [
    'https://cwe.mitre.org/data/definitions/327.html',
    'https://cwe.mitre.org/data/definitions/757.html',
    'https://pkg.go.dev/crypto/tls#Config',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const judge = (at: Place, valueAt: Place, property: string, value: Value): void => {
      if (property === 'CipherSuites' && [...(value.fields?.values() ?? [])].some(isWeakSuite)) {
        report(at, {
          message: 'Connections may use a cipher suite that is broken.',
          confidence: 'high',
          cwes: ['CWE-327'],
        });
      }
      if ((property !== 'MinVersion' && property !== 'MaxVersion') || !isOld(value)) return;
      const written = facts.textAt(valueAt);
      report(at, {
        message: `Connections may use a version of TLS before 1.2.`,
        confidence: 'high',
        ...(/^tls\.Version\w+$/.test(written) &&
          property === 'MinVersion' && { fix: [{ at: valueAt, newText: 'tls.VersionTLS12' }] }),
      });
    };
    for (const call of facts.calls) {
      for (const { argument, value } of call.arguments) {
        if (argument.name !== undefined) judge(argument.value.at, argument.value.at, argument.name, value);
      }
    }
    for (const { property, value, at, valueAt } of facts.assignments) judge(at, valueAt, property, value);
  },
};

/** Suites with RC4, Triple DES, or a key that is not made anew for each connection. */
function isWeakSuite({ name }: Value): boolean {
  return /\.TLS_(?:RSA_WITH_|\w*(?:RC4|3DES|_CBC_SHA256))/.test(name ?? '');
}

function isOld({ name, constant }: Value): boolean {
  if (name !== undefined && OLD.test(name)) return true;
  return typeof constant?.value === 'number' && constant.value > 0 && constant.value < OLDEST_GOOD;
}
