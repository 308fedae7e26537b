import { callsWithin } from '#engine/analysis/judges/calls-within.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import type { FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

const WHOLE = /^(?:os\.environ(?:\.copy\(\))?|flask\.current_app\.config|flask\.Flask(?:\(\))?\.config|sys\.modules)$/;
const UNKNOWN_USER =
  /\b(?:user|username|account|e-?mail)\b.{0,24}\b(?:not\s+(?:exist|found|registered)|doesn'?t\s+exist|does\s+not\s+exist|unknown|no\s+such)|\b(?:no\s+such|unknown|invalid|wrong|incorrect)\s+(?:user(?:name)?|account|e-?mail)\b(?!\s*(?:or|and|\/))/i;
const WRONG_PASSWORD =
  /\b(?:incorrect|wrong|invalid|bad)\s+password|\bpassword\b.{0,16}\b(?:incorrect|wrong|invalid|not\s+match)/i;

export const rule: Rule = {
  id: 'python/information-exposure',
  languages: ['python'],
  cwes: ['CWE-200', 'CWE-204'],
  title: 'Sensitive data in a response',
  severity: 'medium',
  rationale: 'What a response holds is known to whoever asked, and helps with the next attack.',
  remediation: 'Answer with the fields that the caller needs, and with one message for every failed sign-in.',
  references: [
    'https://cwe.mitre.org/data/definitions/200.html',
    'https://cwe.mitre.org/data/definitions/204.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html#authentication-responses',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const hasMessages = WRONG_PASSWORD.test(facts.codeText);
    for (const made of facts.functions) {
      if (hasMessages) checkMessages(made, report);
      if (made.route === undefined) continue;
      for (const { value, at } of made.returns) {
        const exposed = exposedIn(value) ?? exposedBy(facts, made, at);
        if (exposed === undefined) continue;
        report(at, { message: `The response holds ${exposed}.`, confidence: 'medium' });
      }
    }
  },
};

function exposedIn(value: Value): string | undefined {
  if (value.name !== undefined && WHOLE.test(value.name)) return 'the environment or the configuration';
  for (const [key, field] of value.fields ?? []) {
    if (field.name !== undefined && WHOLE.test(field.name)) return 'the environment or the configuration';
    if (secretKind(key) === 'password' && field.constant === undefined && field.isNumeric !== true) return `'${key}'`;
  }
  return undefined;
}

/** `jsonify(dict(os.environ))`, `jsonify(user.__dict__)`. */
function exposedBy(
  facts: ModuleFacts,
  made: FunctionFact,
  at: { readonly start: number; readonly end: number },
): string | undefined {
  for (const call of callsWithin(facts, made)) {
    if (call.at.start < at.start || call.at.end > at.end) continue;
    if (
      !call.names.some((name) =>
        /(?:^|\.)(?:jsonify|dumps|dict|str|JsonResponse|JSONResponse|repr|make_response)$/.test(name),
      )
    )
      continue;
    for (const { value, argument } of call.arguments) {
      const exposed = exposedIn(value);
      if (exposed !== undefined) return exposed;
      if (argument.name !== undefined && secretKind(argument.name) === 'password' && value.constant === undefined)
        return `'${argument.name}'`;
      if (argument.value.kind === 'member' && argument.value.property === '__dict__') return 'every field of an object';
    }
  }
  return undefined;
}

/** One message when the user is unknown, another one when the password is wrong. */
function checkMessages({ function: made }: FunctionFact, report: Report): void {
  let unknown: { readonly start: number; readonly end: number } | undefined;
  let hasWrong = false;
  for (const node of walk(made.body, { intoFunctions: false })) {
    if (node.kind !== 'literal' || typeof node.value !== 'string' || node.value.length > 200) continue;
    if (WRONG_PASSWORD.test(node.value) && !/user/i.test(node.value)) hasWrong = true;
    else if (UNKNOWN_USER.test(node.value)) unknown ??= node.at;
  }
  if (unknown === undefined || !hasWrong) return;
  report(unknown, {
    message: 'The answer tells an unknown user from a wrong password.',
    confidence: 'medium',
    cwes: ['CWE-204'],
  });
}
