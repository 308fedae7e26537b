import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { isConstant } from '#engine/analysis/judges/constant-of.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';

const READ = 'The claims of the token are read without a check of its signature.';

export const rule: Rule = {
  id: 'java/jwt-verification',
  languages: ['java'],
  cwes: ['CWE-347', 'CWE-345'],
  title: 'Signature not verified',
  severity: 'high',
  rationale: 'What is signed says whatever its sender wants it to say as long as nobody checks the signature.',
  remediation: 'Verify the signature with a key and a fixed algorithm before anything that was signed is used.',
  references: [
    'https://cwe.mitre.org/data/definitions/347.html',
    'https://cwe.mitre.org/data/definitions/345.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/JSON_Web_Token_for_Java_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const isVerifying = facts.calls.some((call) => verifies(call));
    for (const call of facts.calls) checkCall(facts, call, isVerifying, report);
  },
};

function checkCall(facts: ModuleFacts, call: CallFact, isVerifying: boolean, report: Report): void {
  const written = writtenName(call.expression.callee);
  const method = written.slice(written.lastIndexOf('.') + 1);
  if (/^Algorithm\.none$/.test(written)) {
    report(call.at, { message: "The algorithm 'none' makes every token genuine.", confidence: 'high' });
  } else if (/^JWT\.decode$/.test(written) || /^(?:JWTParser|SignedJWT|JWSObject|PlainJWT)\.parse$/.test(written)) {
    if (!isVerifying && isRead(facts)) report(call.at, { message: READ, confidence: 'medium' });
  } else if (method === 'parse' && /^Jwts\.parser(?:Builder)?\b/.test(written)) {
    // `parse` takes tokens without a signature, too; `parseClaimsJws` and a handler for signed ones do not.
    if (call.arguments.length === 1 && !/\binstanceof\s+Jws\b|\(Jws</.test(facts.codeText))
      report(call.at, { message: 'The parser takes tokens without a signature, too.', confidence: 'high' });
  } else if (/^(?:parseClaimsJwt|parsePlaintextJwt|parseUnsecuredClaims)$/.test(method)) {
    report(call.at, { message: READ, confidence: 'high' });
  } else if (/^(?:setSkipSignatureVerification|setDisableRequireSignature|unsecured)$/.test(method)) {
    report(call.at, { message: 'The check of the signature is switched off.', confidence: 'high' });
  } else if (method === 'verify' && call.isResultUnused && isOfSignature(facts, call)) {
    report(call.at, { message: 'The outcome of the check of the signature is not looked at.', confidence: 'high' });
  } else if (/(?:^|\.)Jar(?:File|InputStream)$/.test(written) && isConstant(call.argument(1), false)) {
    report(call.at, { message: 'The signatures of the archive are not checked.', confidence: 'high' });
  } else if (/Decoder\.decode$|Decoder\(?\)?\.decode$|\.decode$/.test(written) && isPartOfToken(facts, call)) {
    if (!isVerifying && !/\bverif|[sS]ignature\b|\bMac\./.test(facts.codeText))
      report(call.at, { message: READ, confidence: 'medium' });
  }
}

/** Any call that checks a signature; a method of the program that says so counts. */
function verifies({ expression: { callee }, isResultUnused, names: [name = ''] }: CallFact): boolean {
  const method = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  if (/^verify/i.test(method)) return !isResultUnused || /JWTVerifier|JWT\.require/.test(name);
  return /^(?:parseClaimsJws|parseSignedClaims|process|validateToken|checkSignature|isSignatureValid)$/.test(method);
}

/** Whether anything is asked of the token but its header: which key it names must be known before the check. */
function isRead({ codeText }: ModuleFacts): boolean {
  return /\.(?:getSubject|getClaims?|getJWTClaimsSet|getPayload|asString|getAudience|getStringClaim)\b/.test(codeText);
}

function isOfSignature({ codeText }: ModuleFacts, { receiver, arguments: given, expression }: CallFact): boolean {
  if (/(?:Signature|SignedJWT|JWSObject|JsonWebSignature)\b/.test(receiver?.name ?? '')) return true;
  const { callee } = expression;
  const object = callee.kind === 'member' ? lastName(callee.object) : '';
  return (
    given.length === 1 &&
    /^s$|sig|jws|jwt|token/i.test(object) &&
    /\bSignature\.getInstance\b|\bSignedJWT\b/.test(codeText)
  );
}

/** `token.split("\\.")[1]`. */
function isPartOfToken(facts: ModuleFacts, call: CallFact): boolean {
  const given = call.expression.arguments[0]?.value;
  if (given?.kind !== 'index' || given.index.kind !== 'literal' || given.index.value !== 1) return false;
  return (
    /\bsplit\(\s*"\\\\\."|\bsplit\(Pattern\.quote\("\."/.test(facts.codeText) &&
    /jwt|token|bearer/i.test(facts.codeText)
  );
}
