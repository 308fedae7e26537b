import { walk } from '#engine/analysis/judges/walk.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const OLD =
  /^(?:TLSv1(?:\.[01])?|TLSv1_(?:1_)?method|SSLv[23](?:_(?:client_|server_)?method)?|TLSv1_1_(?:client_|server_)?method|TLSv1_(?:client_|server_)?method)$/;
const SETTINGS: ReadonlySet<string> = new Set(['secureProtocol', 'minVersion', 'maxVersion']);

export const rule: Rule = {
  id: 'javascript/tls-version',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-327', 'CWE-326'],
  title: 'Old version of TLS',
  severity: 'medium',
  rationale: 'SSL 3, TLS 1.0 and TLS 1.1 have known attacks.',
  remediation: "Set minVersion to 'TLSv1.2' or leave it out.",
  references: [
    'https://cwe.mitre.org/data/definitions/327.html',
    'https://cwe.mitre.org/data/definitions/326.html',
    'https://www.rfc-editor.org/rfc/rfc8996',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const node of walk(facts.module.body)) {
      if (node.kind !== 'record') continue;
      for (const { key, value } of node.entries) {
        if (key?.kind !== 'literal' || typeof key.value !== 'string' || !SETTINGS.has(key.value)) continue;
        if (value.kind !== 'literal' || typeof value.value !== 'string' || !OLD.test(value.value)) continue;
        report(value.at, {
          message: `The setting '${key.value}' allows '${value.value}'.`,
          confidence: 'high',
          ...(key.value === 'minVersion' && { fix: [{ at: value.at, newText: "'TLSv1.2'" }] }),
        });
      }
    }
  },
};
