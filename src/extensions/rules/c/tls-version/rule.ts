import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/tls-version',
  languages: ['c', 'cpp'],
  cwes: ['CWE-326', 'CWE-327'],
  title: 'Old version of TLS',
  severity: 'medium',
  rationale: 'SSL 2, SSL 3, TLS 1.0 and TLS 1.1 have known attacks and are no longer supported by their makers.',
  remediation: 'Use TLS_method and set the lowest version to TLS 1.2.',
  references: [
    'https://cwe.mitre.org/data/definitions/326.html',
    'https://cwe.mitre.org/data/definitions/327.html',
    'https://datatracker.ietf.org/doc/html/rfc8996',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const finding = judge(facts, call);
      if (finding !== undefined) report(call.at, finding);
    }
  },
};

const METHODS: readonly (readonly [RegExp, string])[] = [
  [/^SSLv2_(?:client_|server_)?method$/, 'SSL 2'],
  [/^SSLv3_(?:client_|server_)?method$/, 'SSL 3'],
  [/^TLSv1_(?:client_|server_)?method$|^DTLSv1_(?:client_|server_)?method$/, 'TLS 1.0'],
  [/^TLSv1_1_(?:client_|server_)?method$/, 'TLS 1.1'],
];
const VERSIONS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:SSL2_VERSION|CURL_SSLVERSION_SSLv2)\b/, 'SSL 2'],
  [/\b(?:SSL3_VERSION|CURL_SSLVERSION_SSLv3|MBEDTLS_SSL_MINOR_VERSION_0)\b/, 'SSL 3'],
  [/\b(?:TLS1_VERSION|CURL_SSLVERSION_TLSv1_0|MBEDTLS_SSL_MINOR_VERSION_1)\b/, 'TLS 1.0'],
  [/\b(?:TLS1_1_VERSION|CURL_SSLVERSION_TLSv1_1|MBEDTLS_SSL_MINOR_VERSION_2)\b/, 'TLS 1.1'],
];
const SETTERS =
  /^(?:SSL_CTX_set_min_proto_version|SSL_set_min_proto_version|SSL_CTX_set_max_proto_version|SSL_set_max_proto_version|curl_easy_setopt|mbedtls_ssl_conf_min_version)$/;

function judge(facts: ModuleFacts, call: CallFact): RuleFinding | undefined {
  const name = methodName(call);
  if (call.expression.callee.kind !== 'name') return undefined;
  const method = METHODS.find(([pattern]) => pattern.test(name));
  const version =
    method ??
    (SETTERS.test(name)
      ? VERSIONS.find(([pattern]) =>
          call.arguments.some(({ argument }) => pattern.test(facts.textAt(argument.value.at).slice(0, 200))),
        )
      : undefined);
  if (version === undefined) return undefined;
  return { message: `The connection may use ${version[1]}.`, confidence: 'high' };
}
