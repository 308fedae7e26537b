import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { isConstant, prefixOf, textOf, wordsOf } from '#engine/analysis/judges/constant-of.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { isTestPath } from '#engine/analysis/judges/test-path.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';

/** Addresses of this machine or of examples. */
const OWN =
  /^(?:http|ftp|ldap|ws):\/\/(?:localhost|127\.|\[::1\]|0\.0\.0\.0|host\.docker\.internal|(?:www\.)?w3\.org|schemas?\.|xml\.|java\.sun)/i;
const OPEN = /^(?:http|ftp|ws):\/\/[\w\[]/i;
/** What asks an address, by the end of its name. */
const ASKING =
  /(?:^|\.)(?:URL|URI|URI\.create|HttpGet|HttpPost|HttpPut|HttpPatch|HttpDelete|getForObject|getForEntity|postForObject|postForEntity|exchange|put|uri|url|connect|newBuilder|baseUrl|target|openConnection)$/;

export const rule: Rule = {
  id: 'java/cleartext-transmission',
  languages: ['java'],
  cwes: ['CWE-319', 'CWE-311', 'CWE-523'],
  title: 'Secret sent in the clear',
  severity: 'medium',
  rationale: 'Whoever is on the way between the two machines reads what is sent and changes what comes back.',
  remediation: 'Use an encrypted connection: https, ldaps, ftps, or TLS on the socket.',
  references: [
    'https://cwe.mitre.org/data/definitions/319.html',
    'https://cwe.mitre.org/data/definitions/311.html',
    'https://cwe.mitre.org/data/definitions/523.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    if (isTestPath(facts.module.path)) return;
    const reported = new Set<CallFact['within']>();
    const around = new Map<CallFact['within'], boolean>();
    for (const call of facts.calls) {
      const secret = around.get(call.within) ?? sendsSecret(call);
      around.set(call.within, secret);
      checkCall(facts, call, secret, (at, finding) => {
        // An address goes through several calls on its way.
        if (reported.has(call.within)) return;
        reported.add(call.within);
        report(at, finding);
      });
    }
  },
};

function checkCall(facts: ModuleFacts, call: CallFact, isSecret: boolean, report: Report): void {
  const [name = ''] = call.names;
  const { callee } = call.expression;
  const method = callee.kind === 'member' ? callee.property : lastName(callee);
  const address = prefixOf(call.argument(0));
  if (isSecret && OPEN.test(address) && !OWN.test(address) && (ASKING.test(name) || ASKING.test(method))) {
    report(call.at, { message: 'A secret is sent to an address without encryption.', confidence: 'medium' });
  } else if (
    /^(?:login|authenticate)$/.test(method) &&
    /(?:^|\.)(?:FTPClient|TelnetClient|SMTPClient|POP3Client|IMAPClient)\b/.test(call.receiver?.name ?? '')
  ) {
    report(call.at, { message: 'The password is sent without encryption.', confidence: 'high' });
  } else if (/(?:^|\.)SimpleEmail$|^setSSLOnConnect$/.test(method) && isConstant(call.argument(0), false)) {
    report(call.at, { message: 'The mail server is asked without encryption.', confidence: 'medium' });
  } else if (/^(?:put|setProperty)$/.test(method)) checkSetting(facts, call, report);
  else if (/^(?:setUseSSL|setSsl|setUseTls|useSsl|setStartTls)$/i.test(method) && isConstant(call.argument(0), false)) {
    report(call.at, { message: 'The connection is not encrypted.', confidence: 'medium' });
  } else if (
    /DriverManager\.getConnection$|^setJdbcUrl$|^setUrl$|^jdbcUrl$/.test(name.endsWith('getConnection') ? name : method)
  ) {
    if (
      /^jdbc:/.test(address) &&
      /[?&;](?:useSSL=false|sslmode=disable|encrypt=false|ssl=false)\b/i.test(wordsOf(call.argument(0))) &&
      !/\/\/(?:localhost|127\.)/.test(address)
    )
      report(call.at, { message: 'The connection to the database is not encrypted.', confidence: 'medium' });
  }
}

/** `settings.put(Context.PROVIDER_URL, "ldap://…")` beside a password, `mail.smtp.starttls.enable` switched off. */
function checkSetting(facts: ModuleFacts, call: CallFact, report: Report): void {
  const key = textOf(call.argument(0)) ?? call.argument(0)?.name ?? '';
  const value = prefixOf(call.argument(1));
  if (/PROVIDER_URL$|java\.naming\.provider\.url/.test(key)) {
    if (
      /^ldap:\/\//i.test(value) &&
      !OWN.test(value) &&
      /SECURITY_CREDENTIALS|security\.credentials/.test(facts.codeText) &&
      !/StartTls|"ssl"/.test(facts.codeText)
    )
      report(call.at, { message: 'The password is sent to the directory without encryption.', confidence: 'medium' });
  } else if (
    /^mail\.smtps?\.(?:starttls\.enable|ssl\.enable|starttls\.required)$/.test(key) &&
    (value === 'false' || isConstant(call.argument(1), false))
  ) {
    if (
      /mail\.smtp\.auth|PasswordAuthentication/.test(facts.codeText) &&
      !/mail\.smtps?\.(?:ssl|starttls)\.enable"\s*,\s*"?true/.test(facts.codeText)
    )
      report(call.at, { message: 'The password is sent to the mail server without encryption.', confidence: 'medium' });
  }
}

/** Whether the function around speaks of something that nobody on the way may read. */
function sendsSecret({ within }: CallFact): boolean {
  if (within === undefined) return false;
  for (const node of walk([...within.function.parameters.map(({ target }) => target), ...within.function.body])) {
    if (
      node.kind === 'literal' &&
      typeof node.value === 'string' &&
      /^(?:Authorization|X-Api-Key|X-Auth-Token|Cookie|Proxy-Authorization)$|(?:^|[&?"])(?:password|passwd|token|api_?key|secret|card_?number|cvv|ssn)["=]/i.test(
        node.value,
      )
    )
      return true;
    const name =
      node.kind === 'name' || node.kind === 'member'
        ? lastName(node)
        : node.kind === 'call' && node.callee.kind === 'member'
          ? node.callee.property
          : '';
    if (/^(?:setBasicAuth|basicAuthentication|basicAuth|setBearerAuth|bearerAuth|httpBasic)$/.test(name)) return true;
    const kind = name === '' ? undefined : secretKind(name.replace(/^get(?=[A-Z])/, ''));
    if (kind === 'password' || kind === 'key' || (kind === 'token' && /access|auth|bearer|api/i.test(name)))
      return true;
  }
  return false;
}
