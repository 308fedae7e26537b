import type { FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrFunction } from '#engine/analysis/ir.ts';
import { alwaysGives } from '#engine/analysis/judges/always-gives.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';

/** Constants and classes of libraries that accept everything. */
const ACCEPTING =
  /(?:^|\.)(?:ALLOW_ALL_HOSTNAME_VERIFIER|NoopHostnameVerifier\.INSTANCE|TrustAllStrategy\.INSTANCE|InsecureTrustManagerFactory\.INSTANCE)$/;
const ACCEPTING_CLASS = /^(?:NoopHostnameVerifier|AllowAllHostnameVerifier|TrustAllStrategy)$/;

export const rule: Rule = {
  id: 'java/certificate-validation',
  languages: ['java'],
  cwes: ['CWE-295', 'CWE-297'],
  title: 'Certificate that is not checked',
  severity: 'high',
  rationale: 'Whoever is on the way between the two machines can then pretend to be the other one.',
  remediation: "Leave certificates and host names to the platform's defaults, or trust a key store of your own.",
  references: [
    'https://cwe.mitre.org/data/definitions/295.html',
    'https://cwe.mitre.org/data/definitions/297.html',
    'https://developer.android.com/privacy-and-security/risks/unsafe-trustmanager',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const one of facts.functions) checkMethod(one, report);
    for (const node of nodesOf(facts, 'call')) {
      const name = lastName(node.callee);
      if (/^set(?:Default|SSL)?HostnameVerifier$|^hostnameVerifier$/.test(name)) {
        const given = node.arguments.at(-1)?.value;
        if (given?.kind === 'function' && givesTrue(given.function))
          report(given.at, { message: 'Every host name is accepted for a certificate.', confidence: 'high' });
      } else if (node.isNew === true && ACCEPTING_CLASS.test(name)) {
        report(node.at, { message: `'${name}' accepts every certificate or host name.`, confidence: 'high' });
      }
    }
    checkConstants(facts, report);
  },
};

function checkMethod({ function: one }: FunctionFact, report: Report): void {
  const count = one.parameters.length;
  if (one.name.replace(/\/\d+$/, '') === 'checkServerTrusted' && count >= 2 && !canRefuse(one)) {
    report(one.nameAt, { message: 'The trust manager accepts every certificate.', confidence: 'high' });
  } else if (
    one.name === 'verify' &&
    count === 2 &&
    givesTrue(one) &&
    /session/i.test(one.parameters[1]?.type?.name ?? '')
  ) {
    report(one.nameAt, { message: 'Every host name is accepted for a certificate.', confidence: 'high' });
  } else if (one.name === 'isTrusted' && count === 2 && givesTrue(one)) {
    report(one.nameAt, { message: 'Every certificate is trusted.', confidence: 'high' });
  }
}

/** A check without a call or an exception cannot say no. */
function canRefuse({ body }: IrFunction): boolean {
  for (const node of walk(body, { intoFunctions: false })) {
    if (node.kind === 'raise' || (node.kind === 'call' && !isPrinting(node.callee))) return true;
  }
  return false;
}

function isPrinting(callee: Expression): boolean {
  return /^(?:System\.out|log|logger|LOG|LOGGER|this\.log\w*)\./i.test(writtenName(callee));
}

function givesTrue(one: IrFunction): boolean {
  return alwaysGives(one, (value) => value.kind === 'literal' && value.value === true);
}

function checkConstants(facts: ModuleFacts, report: Report): void {
  for (const node of nodesOf(facts, 'member')) {
    if (ACCEPTING.test(writtenName(node)))
      report(node.at, { message: `'${node.property}' accepts every certificate or host name.`, confidence: 'high' });
  }
}
