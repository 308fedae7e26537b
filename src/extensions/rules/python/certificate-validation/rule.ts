import { calleeName, endsWithName } from '#engine/analysis/judges/callee-name.ts';
import { isConstant, textOf } from '#engine/analysis/judges/constant-of.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Report, Rule, TextEdit } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

/** Keyword arguments that turn validation off when they are false. */
const SWITCHES: readonly string[] = [
  'verify',
  'verify_ssl',
  'ssl_verify',
  'validate_cert',
  'validate_certs',
  'check_hostname',
  'assert_hostname',
  'verify_certs',
  'verify_cert',
  'ssl_verify_cert',
];
/** `verify=False` means other things elsewhere: these methods, or one of these packages. */
const REQUESTS =
  /\.(?:get|post|put|patch|delete|head|options|request|stream|send|Session|Client|AsyncClient|client|resource|Api|ClientSession|Elasticsearch|TCPConnector|PoolManager|HTTPSConnectionPool|Tls|Redis|MongoClient)$|^(?:requests|httpx|aiohttp|urllib3|boto3|hvac|tornado)\./;
/** Keyword arguments that turn validation off when they are true. */
const ALLOWANCES: ReadonlySet<string> = new Set([
  'tlsAllowInvalidCertificates',
  'tlsAllowInvalidHostnames',
  'tlsInsecure',
  'disable_ssl_certificate_validation',
  'insecure_skip_verify',
  'allow_invalid_certificates',
]);
const NO_CERTIFICATE = /(?:^|\.)(?:CERT_NONE|VERIFY_NONE)$/;

export const rule: Rule = {
  id: 'python/certificate-validation',
  languages: ['python'],
  cwes: ['CWE-295', 'CWE-297'],
  title: 'Certificate not validated',
  severity: 'high',
  rationale: 'Without validation anyone on the way can answer in the place of the server and read everything.',
  remediation: "Leave validation on, and add the authority of a private server to the client's trust.",
  references: [
    'https://cwe.mitre.org/data/definitions/295.html',
    'https://cwe.mitre.org/data/definitions/297.html',
    'https://docs.python.org/3/library/ssl.html#ssl-security',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) checkCall(facts, call, report);
    for (const { name, property, value, at, valueAt } of facts.assignments) {
      const fix: readonly TextEdit[] = [{ at: valueAt, newText: 'True' }];
      if (property === 'check_hostname' && isConstant(value, false)) {
        report(at, { message: 'The name in the certificate is not checked.', confidence: 'high', fix });
      } else if (property === 'verify_mode' && isNone(value)) {
        report(at, {
          message: 'Certificates are not required.',
          confidence: 'high',
          fix: [{ at: valueAt, newText: 'ssl.CERT_REQUIRED' }],
        });
      } else if (
        property === 'verify' &&
        isConstant(value, false) &&
        /session|client|requests|httpx|http/i.test(name)
      ) {
        report(at, { message: 'The session does not validate certificates.', confidence: 'high', fix });
      } else if (property === '_create_default_https_context' && /_create_unverified_context$/.test(value.name ?? '')) {
        report(at, { message: 'Certificates are not validated anywhere in the program.', confidence: 'high' });
      } else if (property === 'PYTHONHTTPSVERIFY' && textOf(value) === '0') {
        report(at, { message: 'Certificates are not validated anywhere in the program.', confidence: 'high' });
      }
    }
  },
};

function checkCall(facts: ModuleFacts, call: CallFact, report: Report): void {
  const name = calleeName(call);
  if (endsWithName(name, 'ssl._create_unverified_context')) {
    const { at } = call.expression.callee;
    const isWritten = facts.textAt(at) === 'ssl._create_unverified_context' && call.arguments.length === 0;
    report(call.at, {
      message: 'The context does not validate certificates.',
      confidence: 'high',
      ...(isWritten && { fix: [{ at, newText: 'ssl.create_default_context' }] }),
    });
    return;
  }
  if (name.endsWith('.set_missing_host_key_policy')) {
    const policy = call.argument(0, 'policy')?.name ?? '';
    if (!/(?:AutoAddPolicy|WarningPolicy)(?:\(\))?$/.test(policy)) return;
    report(call.at, { message: 'The connection accepts every host key.', confidence: 'high' });
    return;
  }
  if (endsWithName(name, 'ssl.wrap_socket')) {
    const needs = call.argument('cert_reqs', 3)?.name ?? '';
    if (/CERT_REQUIRED$/.test(needs) || isConstant(call.argument('server_side'), true)) return;
    report(call.at, { message: 'The connection does not validate certificates.', confidence: 'high' });
    return;
  }
  if (endsWithName(name, 'ssl.SSLContext')) {
    // The protocol for clients turns validation on by itself; a certificate of its own makes it a server.
    const protocol = call.argument(0, 'protocol')?.name ?? '';
    const isTold =
      /\bCERT_REQUIRED\b|\bCERT_OPTIONAL\b|\bload_cert_chain\b|\bload_default_certs\b|\bload_verify_locations\b|\bverify_mode\b|\bserver_side\b|\bcheck_hostname\s*=\s*True/.test(
        facts.codeText,
      );
    if (/PROTOCOL_TLS_(?:CLIENT|SERVER)$/.test(protocol) || isTold) return;
    report(call.at, { message: 'Nothing tells the context to validate certificates.', confidence: 'medium' });
    return;
  }
  if (endsWithName(name, 'SSL.Context')) {
    const isVerifying = facts.calls.some((other) => other.names.some((one) => one.endsWith('.set_verify')));
    const isServer = facts.calls.some((other) =>
      other.names.some((one) => /\.(?:use_certificate\w*|use_privatekey\w*|set_accept_state)$/.test(one)),
    );
    if (isVerifying || isServer) return;
    report(call.at, { message: 'Nothing tells the context to validate certificates.', confidence: 'medium' });
    return;
  }
  if (name.endsWith('.set_verify') && isNone(call.argument(0))) {
    report(call.at, { message: 'Certificates are not required.', confidence: 'high' });
    return;
  }
  const allowing = call.arguments.find(
    ({ argument, value }) => argument.name !== undefined && ALLOWANCES.has(argument.name) && isConstant(value, true),
  );
  if (allowing !== undefined) {
    report(call.at, {
      message: `'${allowing.argument.name ?? ''}' is true: certificates are not validated.`,
      confidence: 'high',
    });
    return;
  }
  if (!REQUESTS.test(name) || /jwt|jose/i.test(name)) return;
  for (const { argument, value } of call.arguments) {
    if (argument.name === undefined) continue;
    const isOff = SWITCHES.includes(argument.name) && isConstant(value, false);
    const isSslOff =
      argument.name === 'ssl' && isConstant(value, false) && /aiohttp/.test([...facts.imports].join(' '));
    if (isOff || isSslOff) {
      report(call.at, {
        message: `'${argument.name}' is false: certificates are not validated.`,
        confidence: 'high',
        ...(argument.value.kind === 'literal' && { fix: [{ at: argument.value.at, newText: 'True' }] }),
      });
    } else if (/^(?:cert_reqs|ssl_cert_reqs|validate)$/.test(argument.name) && isNone(value)) {
      report(call.at, { message: 'Certificates are not required.', confidence: 'high' });
    }
  }
}

function isNone(value: Value | undefined): boolean {
  return NO_CERTIFICATE.test(value?.name ?? '') || NO_CERTIFICATE.test(textOf(value) ?? '');
}
