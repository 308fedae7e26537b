import type { Expression } from '#engine/analysis/ir.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { alwaysGives } from '#engine/analysis/judges/always-gives.ts';
import { numberOf } from '#engine/analysis/judges/constant-of.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/certificate-validation',
  languages: ['c', 'cpp'],
  cwes: ['CWE-295', 'CWE-297'],
  title: 'Certificate not checked',
  severity: 'high',
  rationale: 'Without a check of the certificate and of the name in it, anybody on the way can pose as the other side.',
  remediation: 'Leave the checks on: SSL_VERIFY_PEER, CURLOPT_SSL_VERIFYPEER 1 and CURLOPT_SSL_VERIFYHOST 2.',
  references: [
    'https://cwe.mitre.org/data/definitions/295.html',
    'https://cwe.mitre.org/data/definitions/297.html',
    'https://curl.se/libcurl/c/CURLOPT_SSL_VERIFYPEER.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const finding = judge(facts, call);
      if (finding !== undefined) report(call.at, finding);
    }
  },
};

const VERIFIERS =
  /^(?:SSL_set_verify|SSL_CTX_set_verify|mbedtls_ssl_conf_authmode|wolfSSL_CTX_set_verify|SSL_CTX_set_custom_verify|set_verify_mode|setPeerVerifyMode)$/;

/** Methods and options of clients that take whether certificates are checked. */
const SWITCHES =
  /^(?:enable_server_certificate_verification|enable_server_hostname_verification|set_validate_certificates|VerifySsl)$/;

function judge(facts: ModuleFacts, call: CallFact): RuleFinding | undefined {
  const name = methodName(call);
  if (name === 'curl_easy_setopt') {
    const option = writtenName(call.arguments[1]?.argument.value);
    const given = call.argument(2);
    const isOff = numberOf(given) === 0 || given?.constant?.value === false;
    if (!isOff || !/^CURLOPT_(?:PROXY_)?SSL_VERIFY(?:PEER|HOST)$/.test(option)) {
      // 1 was once taken for true, and looks at no name.
      return undefined;
    }
    const [, , argument] = call.arguments;
    const value = option.endsWith('PEER') ? '1L' : '2L';
    return {
      message: option.endsWith('PEER')
        ? `'${option}' turns the check of certificates off.`
        : `'${option}' turns the check of the host's name off.`,
      confidence: 'high',
      ...(argument !== undefined && { fix: [{ at: argument.argument.value.at, newText: value }] }),
    };
  }
  if (SWITCHES.test(name) && call.argument(0)?.constant?.value === false)
    return { message: `'${name}' turns the check of certificates off.`, confidence: 'high' };
  if (!VERIFIERS.test(name)) return undefined;
  const modes = call.arguments.map(({ argument }) => facts.textAt(argument.value.at).slice(0, 100));
  if (modes.some((mode) => /\bSSL_VERIFY_NONE\b|\bVERIFY_NONE\b|\bverify_none\b|\bVerifyNone\b/.test(mode))) {
    return { message: `'${name}' turns the check of certificates off.`, confidence: 'high' };
  }
  const callback = call.arguments.find(({ value }) => value.function !== undefined)?.value.function?.function;
  const isAccepting = (value: Expression): boolean =>
    value.kind === 'literal' && (value.value === 1 || value.value === true);
  if (callback === undefined || !alwaysGives(callback, isAccepting, () => true)) return undefined;
  return { message: `'${callback.name}' accepts every certificate.`, confidence: 'high' };
}
