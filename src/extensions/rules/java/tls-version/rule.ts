import { textOf } from '#engine/analysis/judges/constant-of.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

const OLD = /^(?:SSL|SSLv2|SSLv3|TLSv1|TLSv1\.0|TLSv1\.1)$/;

export const rule: Rule = {
  id: 'java/tls-version',
  languages: ['java'],
  cwes: ['CWE-326', 'CWE-327'],
  title: 'Old version of TLS',
  severity: 'medium',
  rationale: 'What is sent over old versions can be read by whoever is on the way.',
  remediation: 'Ask for TLSv1.2 or TLSv1.3.',
  references: [
    'https://cwe.mitre.org/data/definitions/326.html',
    'https://cwe.mitre.org/data/definitions/327.html',
    'https://datatracker.ietf.org/doc/html/rfc8996',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const [name = ''] = call.names;
      const isContext = /(?:^|\.)SSLContext\.getInstance$/.test(name);
      if (!isContext && !/\.setEnabledProtocols$/.test(name)) continue;
      const old = isContext ? textOf(call.argument(0)) : textsOf(call.argument(0)).find((text) => OLD.test(text));
      if (old === undefined || !OLD.test(old)) continue;
      const given = call.expression.arguments[0]?.value;
      const fix = isContext && given?.kind === 'literal' ? [{ at: given.at, newText: '"TLSv1.2"' }] : [];
      report(call.at, {
        message: `The connection may use ${old}.`,
        confidence: old === 'SSL' ? 'medium' : 'high',
        ...(fix.length > 0 && { fix }),
      });
    }
  },
};

function textsOf(value: Value | undefined): readonly string[] {
  return [...(value?.fields?.values() ?? [])].flatMap((item) => textOf(item) ?? []);
}
