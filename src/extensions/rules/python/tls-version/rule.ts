import { calleeName, endsWithName } from '#engine/analysis/judges/callee-name.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

const OLD =
  /(?:^|\.)(?:PROTOCOL_SSLv2|PROTOCOL_SSLv3|PROTOCOL_TLSv1|PROTOCOL_TLSv1_1|SSLv2_METHOD|SSLv3_METHOD|TLSv1_METHOD|TLSv1_1_METHOD|TLSVersion\.(?:SSLv3|TLSv1|TLSv1_1))$/;
/** Protocols that are negotiated: what is the oldest one depends on the version of Python. */
const ANY = /(?:^|\.)(?:PROTOCOL_SSLv23|PROTOCOL_TLS|SSLv23_METHOD)$/;

export const rule: Rule = {
  id: 'python/tls-version',
  languages: ['python'],
  cwes: ['CWE-327', 'CWE-757'],
  title: 'Outdated TLS version',
  severity: 'high',
  rationale: 'SSL and TLS before 1.2 can be broken by whoever is on the way.',
  remediation: 'Use ssl.create_default_context and set its minimum_version to TLSv1_2 or later.',
  references: [
    'https://cwe.mitre.org/data/definitions/327.html',
    'https://cwe.mitre.org/data/definitions/757.html',
    'https://www.rfc-editor.org/rfc/rfc8996',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = calleeName(call);
      const old = call.arguments.find(({ value }) => OLD.test(value.name ?? ''));
      if (old !== undefined) {
        report(call.at, {
          message: `The connection uses ${display(old.value)}, which is broken.`,
          confidence: isTest(call) ? 'low' : 'high',
        });
      } else if (endsWithName(name, 'ssl.wrap_socket') && !call.has('ssl_version', 5)) {
        report(call.at, { message: 'Old versions of TLS and SSL are accepted.', confidence: 'high' });
      } else if (isNegotiated(call, name)) {
        report(call.at, {
          message: 'Nothing rules out old versions of TLS and SSL.',
          confidence: hasFloor(facts) ? 'low' : 'medium',
        });
      }
    }
    for (const { property, value, at } of facts.assignments) {
      if (!/^(?:minimum_version|ssl_version|protocol|ssl_protocol)$/i.test(property) || !OLD.test(value.name ?? ''))
        continue;
      report(at, { message: `The connection accepts ${display(value)}, which is broken.`, confidence: 'high' });
    }
  },
};

/** A test that the connection is refused. */
function isTest({ within }: CallFact): boolean {
  return within !== undefined && /^test/i.test(within.function.name);
}

function display(value: Value): string {
  const name = value.name?.split('.').at(-1) ?? '';
  return name
    .replace(/^PROTOCOL_|_METHOD$/g, '')
    .replace(/_METHOD$/, '')
    .replace('_', '.')
    .replace('v', ' ');
}

function isNegotiated(call: CallFact, name: string): boolean {
  if (endsWithName(name, 'ssl.wrap_socket')) return ANY.test(call.argument('ssl_version', 5)?.name ?? '');
  if (endsWithName(name, 'SSL.Context')) return ANY.test(call.argument(0, 'method')?.name ?? '');
  return endsWithName(name, 'ssl.SSLContext') && ANY.test(call.argument(0, 'protocol')?.name ?? '');
}

/** Whether the file sets a lowest version, or excludes some. */
function hasFloor({ codeText }: ModuleFacts): boolean {
  return /\bminimum_version\b|\bOP_NO_(?:SSL|TLS)v|\bset_options\b|\bset_min_proto_version\b/.test(codeText);
}
