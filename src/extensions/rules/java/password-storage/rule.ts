import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { numberOf, textOf } from '#engine/analysis/judges/constant-of.ts';
import { definitionOf } from '#engine/analysis/judges/surroundings.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { isTestPath } from '#engine/analysis/judges/test-path.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';

/** Rounds that are asked for today are hundreds of thousands; what is below a tenth of that is guessed in bulk. */
const FEWEST_ROUNDS = 10_000;
const FEWEST_COST = 10;

export const rule: Rule = {
  id: 'java/password-storage',
  languages: ['java'],
  cwes: ['CWE-916', 'CWE-759', 'CWE-256', 'CWE-760'],
  title: 'Password stored in a way that is easy to undo',
  severity: 'high',
  rationale: 'Whoever gets at the stored passwords reads them, or tries millions of guesses in a second.',
  remediation:
    'Store the result of Argon2, bcrypt (cost 12), scrypt, or PBKDF2 with 600,000 rounds and a random salt each.',
  references: [
    'https://cwe.mitre.org/data/definitions/916.html',
    'https://cwe.mitre.org/data/definitions/759.html',
    'https://cwe.mitre.org/data/definitions/256.html',
    'https://cwe.mitre.org/data/definitions/760.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    if (isTestPath(facts.module.path)) return;
    for (const call of facts.calls) checkCall(facts, call, report);
  },
};

function checkCall(facts: ModuleFacts, call: CallFact, report: Report): void {
  const [name = ''] = call.names;
  const written = writtenName(call.expression.callee);
  if (/(?:^|\.)NoOpPasswordEncoder\.getInstance$/.test(written)) {
    report(call.at, { message: 'Passwords are stored as they are.', confidence: 'high' });
  } else if (
    /(?:^|\.)(?:MessageDigestPasswordEncoder|StandardPasswordEncoder|LdapShaPasswordEncoder|Md4PasswordEncoder|ShaPasswordEncoder|Md5PasswordEncoder)$/.test(
      written,
    )
  ) {
    report(call.at, {
      message: `'${lastName(call.expression.callee)}' hashes passwords so fast that they are guessed back.`,
      confidence: 'high',
    });
  } else if (/(?:^|\.)BCryptPasswordEncoder$/.test(written) || /(?:^|\.)BCrypt\.gensalt$/.test(written)) {
    const cost = call.arguments.map(({ value }) => numberOf(value)).find((one) => one !== undefined);
    if (cost !== undefined && cost > 0 && cost < FEWEST_COST)
      report(call.at, { message: `The cost ${String(cost)} makes guesses cheap.`, confidence: 'high' });
  } else if (/(?:^|\.)PBEKeySpec$/.test(name)) {
    const rounds = numberOf(call.argument(2));
    if (rounds !== undefined && rounds >= 1000 && rounds < FEWEST_ROUNDS)
      report(call.at, {
        message: `The key is derived in ${String(rounds)} rounds only.`,
        confidence: 'medium',
        cwes: ['CWE-916'],
      });
  } else if (/\.setPassword$/.test(written) && call.arguments.length === 1) checkStored(facts, call, report);
}

/** `user.setPassword(request.getPassword())` of an object that is saved. */
function checkStored(facts: ModuleFacts, call: CallFact, report: Report): void {
  const { callee } = call.expression;
  const object = callee.kind === 'member' ? writtenName(callee.object) : '';
  const given = call.expression.arguments[0]?.value;
  const made = callee.kind === 'member' ? definitionOf(facts, callee.object) : undefined;
  const what = made?.kind === 'call' && made.isNew === true ? lastName(made.callee) : object;
  if (given === undefined || !/user|account|member|customer|person|admin|entity|player|client|^u$/i.test(what)) return;
  const around = call.within === undefined ? '' : facts.codeAt(call.within.function.at);
  if (
    !new RegExp(`\\.(?:save|saveAndFlush|persist|merge|insert|add|create|update|store)\\s*\\(\\s*${object}\\b`).test(
      around,
    )
  )
    return;
  if (/hash|encod|encrypt|bcrypt|argon|digest|derive|scrypt/i.test(around) || textOf(call.argument(0)) !== undefined)
    return;
  if (isPlainPassword(definitionOf(facts, given)))
    report(call.at, {
      message: 'The password is stored as it was sent.',
      confidence: 'medium',
      cwes: ['CWE-256', 'CWE-916'],
    });
}

/** `password`, `form.getPassword()`, `form.password()`, `request.getParameter("password")`. */
function isPlainPassword(value: Expression): boolean {
  if (value.kind !== 'name' && value.kind !== 'member' && value.kind !== 'call') return false;
  const name =
    value.kind === 'call' && value.callee.kind === 'member' && value.arguments.length === 0
      ? value.callee.property.replace(/^get(?=[A-Z])/, '')
      : lastName(value);
  return secretKind(name.charAt(0).toLowerCase() + name.slice(1)) === 'password';
}
