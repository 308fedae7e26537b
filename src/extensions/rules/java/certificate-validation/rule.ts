import type { CallFact, FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrFunction, Statement } from '#engine/analysis/ir.ts';
import { alwaysGives } from '#engine/analysis/judges/always-gives.ts';
import { isConstant, textOf } from '#engine/analysis/judges/constant-of.ts';
import { ancestorsOf } from '#engine/analysis/judges/surroundings.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { type IrNode, walk } from '#engine/analysis/judges/walk.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';

/** Constants and classes of libraries that accept everything. */
const ACCEPTING =
  /(?:^|\.)(?:ALLOW_ALL_HOSTNAME_VERIFIER|NoopHostnameVerifier\.INSTANCE|TrustAllStrategy\.INSTANCE|InsecureTrustManagerFactory\.INSTANCE)$/;
const ACCEPTING_CLASS = /^(?:NoopHostnameVerifier|AllowAllHostnameVerifier|TrustAllStrategy|TrustSelfSignedStrategy)$/;
/** What a function that always says yes is then taken for. */
const DECIDING =
  /\b(?:HostnameVerifier|TrustStrategy|loadTrustMaterial|SSLConnectionSocketFactory)\b|[hH]ostnameVerifier\b/;
/** Settings of the platform and of libraries that switch the check off. */
const SWITCH =
  /^(?:jdk\.internal\.httpclient\.disableHostnameVerification|com\.sun\.jndi\.ldap\.object\.disableEndpointIdentification|mail\.smtps?\.ssl\.trust|ssl\.endpoint\.identification\.algorithm)$/;

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
    for (const node of nodesOf(facts, 'function')) {
      const { function: given } = node;
      if (given.parameters.length === 2 && given.name === '' && givesTrue(given) && isDeciding(facts, node))
        report(node.at, { message: 'Every certificate or host name is accepted.', confidence: 'high' });
    }
    checkSwitches(facts, report);
    for (const node of nodesOf(facts, 'call')) {
      const name = lastName(node.callee);
      if (node.isNew === true && ACCEPTING_CLASS.test(name)) {
        report(node.at, { message: `'${name}' accepts every certificate or host name.`, confidence: 'high' });
      }
    }
    checkConstants(facts, report);
  },
};

function checkMethod({ function: one }: FunctionFact, report: Report): void {
  const count = one.parameters.length;
  if (one.name.replace(/\/\d+$/, '') === 'checkServerTrusted' && count >= 2 && !canRefuse(one.body)) {
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

/**
 * A check without a call or an exception cannot say no, and neither can one that catches the exception and goes on. That a
 * certificate has not expired says nothing of who made it.
 */
function canRefuse(body: readonly Statement[]): boolean {
  return body.some((statement) => {
    if (statement.kind === 'try') {
      const isSwallowed = statement.handlers.length > 0 && statement.handlers.every((one) => !raises(one.body));
      return (
        canRefuse(isSwallowed ? [] : statement.body) || canRefuse(statement.finally) || canRefuse(handled(statement))
      );
    }
    if (statement.kind === 'block') return canRefuse(statement.body);
    for (const node of walk([statement], { intoFunctions: false })) {
      if (node.kind === 'raise' || (node.kind === 'call' && !isPrinting(node.callee) && !isOfDates(node.callee)))
        return true;
    }
    return false;
  });
}

function handled({ handlers }: Extract<Statement, { readonly kind: 'try' }>): readonly Statement[] {
  return handlers.flatMap(({ body }) => body.filter(({ kind }) => kind === 'raise' || kind === 'if'));
}

function raises(body: readonly Statement[]): boolean {
  for (const node of walk(body, { intoFunctions: false })) if (node.kind === 'raise') return true;
  return false;
}

function isOfDates(callee: Expression): boolean {
  return callee.kind === 'member' && callee.property === 'checkValidity';
}

function isPrinting(callee: Expression): boolean {
  return /^(?:System\.(?:out|err)|log|logger|LOG|LOGGER|this\.log\w*)\./i.test(writtenName(callee));
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

/** Whether the statement around a function says that it decides about certificates or host names. */
function isDeciding(facts: ModuleFacts, node: Expression): boolean {
  let around: IrNode = node;
  for (const one of ancestorsOf(facts, node)) {
    if (/^(?:function|class|block|if|try|with|loop)$/.test(one.kind)) break;
    around = one;
  }
  const { end } = node.at;
  // The declared type stands before the name.
  const line = facts.codeText.lastIndexOf('\n', around.at.start) + 1;
  return DECIDING.test(facts.codeText.slice(Math.max(line, around.at.start - 200), end));
}

/** `System.setProperty("…disableHostnameVerification", "true")`, `setEndpointIdentificationAlgorithm("")`. */
function checkSwitches(facts: ModuleFacts, report: Report): void {
  for (const call of facts.calls) {
    const { callee } = call.expression;
    const property = callee.kind === 'member' ? callee.property : '';
    const key = textOf(call.argument(0)) ?? '';
    const value = textOf(call.argument(1));
    const isOff =
      /^(?:setProperty|put|set)$/.test(property) &&
      SWITCH.test(key) &&
      (/disable/.test(key) ? value === 'true' : value === '*' || value === '');
    const isWithoutName =
      property === 'setEndpointIdentificationAlgorithm' &&
      (textOf(call.argument(0)) === '' || isConstant(call.argument(0), null));
    if (isOff || isWithoutName)
      report(call.at, { message: 'The host name is not compared with the certificate.', confidence: 'high' });
    if (property === 'startHandshake' && isBareSocket(facts, call))
      report(call.at, {
        message: 'The socket does not compare the host name with the certificate.',
        confidence: 'medium',
      });
  }
}

/** A socket that is given the name of a machine and no word on how to check it. */
function isBareSocket(facts: ModuleFacts, { receiver }: CallFact): boolean {
  return (
    /SSLSocket/.test(receiver?.name ?? '') &&
    !/setEndpointIdentificationAlgorithm|HostnameVerifier|getPeerCertificates|getPeerPrincipal|SSLServerSocket/.test(
      facts.codeText,
    )
  );
}
