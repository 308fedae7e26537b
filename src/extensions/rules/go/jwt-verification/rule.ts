import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'go/jwt-verification',
  languages: ['go'],
  cwes: ['CWE-347', 'CWE-345'],
  title: 'Token not verified',
  severity: 'high',
  rationale: 'A token whose signature is not checked says whatever its sender wants it to say.',
  remediation:
    'Verify the token with a key and a fixed list of methods (jwt.WithValidMethods) before its claims are used.',
  references: [
    'https://cwe.mitre.org/data/definitions/347.html',
    'https://cwe.mitre.org/data/definitions/345.html',
    'https://pkg.go.dev/github.com/golang-jwt/jwt/v5#WithValidMethods',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = calleeName(call);
      if (/\.ParseUnverified$/.test(name) && !verifiesToo(facts, call)) {
        report(call.at, {
          message: 'The claims of the token are read without a check of its signature.',
          confidence: 'high',
        });
      } else if (/^(?:\w*jwt\w*\.)(?:\w+\(\)\.)?Parse(?:WithClaims)?$/.test(name)) {
        const message = keyFunctionFault(facts, call);
        if (message !== undefined) report(call.at, { message, confidence: 'medium' });
      }
    }
    for (const { name, at } of usesOfNone(facts)) {
      report(at, { message: `The method '${name}' makes every token genuine.`, confidence: 'high' });
    }
  },
};

function usesOfNone(facts: ModuleFacts): readonly { readonly name: string; readonly at: CallFact['at'] }[] {
  return facts.calls.flatMap((call) =>
    call.arguments.flatMap(({ argument, value }) =>
      /jwt\.(?:SigningMethodNone|UnsafeAllowNoneSignatureType)$/.test(value.name ?? '')
        ? [{ name: 'none', at: argument.value.at }]
        : [],
    ),
  );
}

function verifiesToo(facts: ModuleFacts, call: CallFact): boolean {
  return facts.calls.some(
    (other) => other.within === call.within && /\.(?:Parse|ParseWithClaims|Verify)$/.test(calleeName(other)),
  );
}

/** A function that gives the key must look at the method, unless the parser is told which ones count. */
function keyFunctionFault(facts: ModuleFacts, call: CallFact): string | undefined {
  const given = call.arguments.find(({ value }) => value.function !== undefined)?.value.function?.function;
  if (given === undefined || /WithValidMethods|ValidMethods/.test(facts.codeText)) return undefined;
  const text = facts.codeAt(given.at);
  return /\.Method\b|\balg\b/i.test(text) ? undefined : 'The key is given out whatever method the token names.';
}
