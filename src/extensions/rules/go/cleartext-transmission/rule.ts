import { countWork } from '#engine/analysis/rule-work.ts';
import type { CallFact, FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { calleeName, methodName } from '#engine/analysis/judges/callee-name.ts';
import { prefixOf, textOf, wordsOf } from '#engine/analysis/judges/constant-of.ts';
import { mentions } from '#engine/analysis/judges/names-within.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { wordsWithBlanks } from '#engine/analysis/judges/text-holes.ts';
import { writtenText } from '#engine/analysis/judges/written-text.ts';
import { isTestPath } from '#engine/analysis/judges/test-path.ts';
import type { Report, Rule, RuleFinding } from '#engine/analysis/rule.ts';
import { looseSchemes } from './loose-schemes.ts';
import { sendsSecret } from './sends-secret.ts';

/** Addresses of this machine or of examples. */
const OWN = /^\w+:\/\/(?:localhost|127\.|\[::1\]|0\.0\.0\.0|host\.docker\.internal|(?:www\.)?w3\.org|schemas?\.)/i;
const OPEN = /^(?:http|ws):\/\/[\w[%]/i;
/** What asks an address, and where that stands. */
const ASKING =
  /^(?:net\/http\.(?:Client\.)?(?:Get|Post|PostForm|Head|NewRequest|NewRequestWithContext)|resty\.Client\.R\(\)\.\w+|websocket\.\w+|net\/url\.Parse)$/;
const ENCRYPTS =
  /^(?:StartTLS|StartTls|DialTLS|DialWithTLS|DialWithExplicitTLS|TLSClientConfig|NewTLS|NewClientTLSFromFile|tls|starttls)$/;

export const rule: Rule = {
  id: 'go/cleartext-transmission',
  languages: ['go'],
  cwes: ['CWE-319', 'CWE-311', 'CWE-523'],
  title: 'Secret sent in the clear',
  severity: 'medium',
  rationale: 'Whoever is on the way between the two machines reads what is sent and changes what comes back.',
  remediation: 'Use an encrypted connection: https, ldaps, or TLS on the socket.',
  references: [
    'https://cwe.mitre.org/data/definitions/319.html',
    'https://cwe.mitre.org/data/definitions/311.html',
    'https://cwe.mitre.org/data/definitions/523.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    if (isTestPath(facts.module.path) || facts.module.path.endsWith('_test.go')) return;
    const secrets = new Map<FunctionFact, boolean>();
    const reported = new Set<FunctionFact>();
    for (const call of facts.calls) {
      const { within } = call;
      if (within === undefined || reported.has(within)) continue;
      const finding = judge(facts, call, within, () => {
        const known = secrets.get(within) ?? sendsSecret(within);
        secrets.set(within, known);
        return known;
      });
      if (finding === undefined) continue;
      reported.add(within);
      report(call.at, finding);
    }
    checkServer(facts, report);
    checkDatabase(facts, report);
    for (const { at, within } of looseSchemes(facts)) {
      const around = facts.functions.find((one) => one.function === within);
      if (around !== undefined && sendsSecret(around))
        report(at, {
          message: 'Addresses without encryption are let through, and a secret is sent to them.',
          confidence: 'medium',
        });
    }
  },
};

function judge(
  facts: ModuleFacts,
  call: CallFact,
  within: FunctionFact,
  isSecret: () => boolean,
): RuleFinding | undefined {
  const name = calleeName(call);
  const addresses = call.arguments.slice(0, 3).map(({ value }) => prefixOf(value));
  if (ASKING.test(name) && addresses.some((address) => OPEN.test(address) && !OWN.test(address)) && isSecret())
    return { message: 'A secret is sent to an address without encryption.', confidence: 'medium' };
  const encrypts = (): boolean => mentions(facts, within, ENCRYPTS);
  if (/^ldap\.Dial(?:URL)?$/.test(name)) {
    const isOpen = name.endsWith('URL') ? /^ldap:\/\//.test(addresses[0] ?? '') : true;
    if (isOpen && !OWN.test(addresses[0] ?? '') && mentions(facts, within, /^(?:Bind|SimpleBind)$/) && !encrypts())
      return { message: 'The password is sent to the directory without encryption.', confidence: 'medium' };
  } else if (name === 'net/smtp.Dial') {
    if (mentions(facts, within, /^Auth$/) && !encrypts() && !/^(?:localhost|127\.)/.test(addresses[0] ?? ''))
      return { message: 'The password is sent to the mail server without encryption.', confidence: 'medium' };
  } else if (/^ftp\.(?:Dial\w*|Connect)$/.test(name)) {
    if (mentions(facts, within, /^Login$/) && !encrypts())
      return { message: 'The password is sent without encryption.', confidence: 'medium' };
  } else if (/^grpc\.(?:NewClient|Dial|DialContext)$/.test(name)) {
    const isOpen = mentions(facts, within, /^WithInsecure$/) || isInsecure(facts, within);
    const isLocal = addresses.some((address) => /^(?:localhost|127\.|unix:|passthrough:|bufnet)/.test(address));
    if (isOpen && !isLocal && isSecret())
      return { message: 'A secret is sent over a connection without encryption.', confidence: 'medium' };
  } else if (/^net\.Dial(?:Timeout)?$/.test(name)) {
    if (writesPassword(facts, within) && !encrypts())
      return { message: 'The password is sent without encryption.', confidence: 'medium' };
  }
  return undefined;
}

/** `insecure.NewCredentials()` */
function isInsecure(facts: ModuleFacts, within: FunctionFact): boolean {
  countWork(facts.calls.length);
  return facts.calls.some(
    (call) => call.within === within && /(?:^|[./])insecure\.NewCredentials$/.test(calleeName(call)),
  );
}

/** `fmt.Fprintf(conn, "PASS %s\r\n", password)` */
function writesPassword(facts: ModuleFacts, within: FunctionFact): boolean {
  countWork(facts.calls.length);
  return facts.calls.some(
    (call) =>
      call.within === within &&
      /^(?:Fprintf?|Fprintln|Write|WriteString)$/.test(methodName(call)) &&
      call.arguments.some(({ value }) => /^\s*(?:PASS|AUTH|LOGIN|pass(?:word)?[=: ])/.test(wordsOf(value))),
  );
}

/** A server that asks for passwords and speaks with the whole world without encryption. */
function checkServer(facts: ModuleFacts, report: Report): void {
  const isAsked = facts.calls.some(
    (call) =>
      /\.(?:FormValue|PostFormValue|PostForm)$/.test(calleeName(call)) &&
      /^(?:password|passwd|pwd|pass|card_?number|cvv|ssn)$/i.test(textOf(call.argument(0)) ?? ''),
  );
  if (!isAsked || mentions(facts, undefined, /TLS|autocert|proxy|X-Forwarded-Proto/i)) return;
  for (const call of facts.calls) {
    if (calleeName(call) !== 'net/http.ListenAndServe') continue;
    const address = textOf(call.argument(0));
    if (address === undefined || /^(?:localhost|127\.|\[::1\])/.test(address)) continue;
    report(call.at, { message: 'Passwords are asked for over connections without encryption.', confidence: 'medium' });
  }
}

/** `postgres://user:password@host/name?sslmode=disable` */
function checkDatabase(facts: ModuleFacts, report: Report): void {
  for (const node of nodesOf(facts, 'template')) {
    const text = writtenText(node);
    const words = text === undefined ? '' : wordsWithBlanks(text);
    if (!/[?&; ]sslmode=disable\b|[?&]tls=false\b|[?&;]encrypt=disable\b/i.test(words)) continue;
    if (!/:\/\/·:·@·|password=·/i.test(words) || /host=(?:localhost|127)/i.test(words)) continue;
    report(node.at, { message: 'The password is sent to the database without encryption.', confidence: 'medium' });
  }
}
