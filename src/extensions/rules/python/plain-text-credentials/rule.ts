import { calleeName, endsWithName } from '#engine/analysis/judges/callee-name.ts';
import { callsWithin } from '#engine/analysis/judges/calls-within.ts';
import { prefixOf } from '#engine/analysis/judges/constant-of.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { makerOf } from '#engine/analysis/judges/surroundings.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/** Sign-ins over protocols without encryption, by the receiver. */
const LOGINS: readonly (readonly [receiver: string, method: string, protocol: string])[] = [
  ['ftplib.FTP', 'login', 'FTP'],
  ['telnetlib.Telnet', 'write', 'Telnet'],
  ['smtplib.SMTP', 'login', 'SMTP'],
  ['poplib.POP3', 'pass_', 'POP3'],
  ['imaplib.IMAP4', 'login', 'IMAP'],
  ['nntplib.NNTP', 'login', 'NNTP'],
];

const LOCAL = /^http:\/\/(?:localhost|127\.|0\.0\.0\.0|\[?::1|10\.|192\.168\.|[\w-]+(?::\d+)?(?:\/|$))/;

export const rule: Rule = {
  id: 'python/plain-text-credentials',
  languages: ['python'],
  cwes: ['CWE-319', 'CWE-523', 'CWE-315'],
  title: 'Credentials in plain text',
  severity: 'high',
  rationale: 'Everyone on the way reads what a connection without TLS carries.',
  remediation: 'Use the variant of the protocol with TLS: https, FTP_TLS, starttls, SSH.',
  references: [
    'https://cwe.mitre.org/data/definitions/319.html',
    'https://cwe.mitre.org/data/definitions/523.html',
    'https://cwe.mitre.org/data/definitions/315.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = calleeName(call);
      const login = loginOf(facts, call, name);
      if (login !== undefined) {
        if (isUpgraded(facts, call) || !carriesSecret(call, login[1])) continue;
        report(call.at, { message: `The sign-in goes over ${login[2]} without encryption.`, confidence: 'high' });
      } else if (endsWithName(name, 'ftplib.FTP') && call.has(2, 'passwd')) {
        report(call.at, { message: 'The sign-in goes over FTP without encryption.', confidence: 'high' });
      } else if (/\.(?:simple_bind|simple_bind_s)$/.test(name) && call.arguments.length > 1) {
        const server = facts.calls.find(
          (other) => other.within === call.within && prefixOf(other.argument(0)).startsWith('ldap://'),
        );
        if (server === undefined || isUpgraded(facts, call)) continue;
        report(call.at, { message: 'The sign-in goes over LDAP without encryption.', confidence: 'high' });
      } else if (/\.set_cookie$/.test(name)) {
        const kept = call.arguments[1]?.argument.value;
        if (kept === undefined || secretKind(lastName(kept)) !== 'password') continue;
        report(call.at, { message: `The cookie holds '${lastName(kept)}' as it is.`, confidence: 'high' });
      } else if (/\.(?:get|post|put|patch|request|urlopen)$/.test(name)) {
        const url = [call.argument(0, 'url'), call.argument(1)]
          .map(prefixOf)
          .find((text) => text.startsWith('http://'));
        if (url === undefined || LOCAL.test(url)) continue;
        const secret = secretOf(call);
        if (secret === undefined) continue;
        report(call.at, { message: `The request sends '${secret}' over HTTP without encryption.`, confidence: 'high' });
      }
    }
  },
};

function loginOf(facts: ModuleFacts, call: CallFact, name: string): (typeof LOGINS)[number] | undefined {
  const { callee } = call.expression;
  if (callee.kind !== 'member') return undefined;
  const candidates = LOGINS.filter(([, method]) => method === callee.property);
  if (candidates.length === 0) return undefined;
  const maker = makerOf(facts, callee.object);
  return candidates.find(
    ([receiver]) =>
      maker === receiver || (maker === undefined && endsWithName(name, `${receiver}().${callee.property}`)),
  );
}

/** Whether `starttls` or the like is called on the same connection before. */
function isUpgraded(facts: ModuleFacts, call: CallFact): boolean {
  const around =
    call.within === undefined
      ? facts.calls.filter(({ within }) => within === undefined)
      : callsWithin(facts, call.within);
  return around.some((other) =>
    other.names.some((name) => /\.(?:starttls|start_tls|start_tls_s|stls|prot_p|auth_tls)$/.test(name)),
  );
}

function carriesSecret(call: CallFact, method: string): boolean {
  if (method === 'write') return call.arguments.some(({ argument }) => mentionsPassword(argument.value));
  // `ftp.login()` is anonymous.
  return call.arguments.length >= (method === 'pass_' ? 1 : 2);
}

function mentionsPassword(value: Expression): boolean {
  for (const node of walk([value])) if (node.kind === 'name' && secretKind(node.name) === 'password') return true;
  return false;
}

function secretOf(call: CallFact): string | undefined {
  if (call.has('auth')) return 'auth';
  for (const name of ['data', 'json', 'params', 'headers'] as const) {
    for (const key of call.argument(name)?.fields?.keys() ?? []) {
      if (secretKind(key) !== undefined || key.toLowerCase() === 'authorization') return key;
    }
  }
  return undefined;
}
