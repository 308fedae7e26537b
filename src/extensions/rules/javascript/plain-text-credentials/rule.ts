import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { prefixOf } from '#engine/analysis/judges/constant-of.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import type { CallFact } from '#engine/analysis/facts.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

const LOCAL =
  /^http:\/\/(?:localhost|127\.|0\.0\.0\.0|\[::1\]|10\.|192\.168\.|[\w-]+(?:[:/]|$)|[\w.-]+\.(?:local|internal|test)\b)/i;

export const rule: Rule = {
  id: 'javascript/plain-text-credentials',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-319', 'CWE-523'],
  title: 'Credentials sent without encryption',
  severity: 'medium',
  rationale: 'Everyone on the way can read what goes over http.',
  remediation: 'Use https.',
  references: ['https://cwe.mitre.org/data/definitions/319.html', 'https://cwe.mitre.org/data/definitions/523.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      if (!/^(?:fetch|axios|got|needle|request|superagent|request-promise)(?:\.\w+)?$/.test(calleeName(call))) continue;
      const address = prefixOf(call.argument(0)?.fields?.get('url') ?? call.argument(0));
      if (!address.startsWith('http://') || LOCAL.test(address)) continue;
      const secret = secretOf(call);
      if (secret !== undefined) report(call.at, { message: `'${secret}' is sent over http.`, confidence: 'medium' });
    }
  },
};

/** Name of an entry that goes with the request and is a secret. */
function secretOf(call: CallFact): string | undefined {
  const search = (value: Value | undefined, depth: number): string | undefined => {
    if (value?.fields === undefined || depth > 3) return undefined;
    for (const [key, inner] of value.fields) {
      if (secretKind(key) !== undefined || /^authorization$/i.test(key)) return key;
      const found = search(inner, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return call.arguments.map(({ value }) => search(value, 0)).find((name) => name !== undefined);
}
