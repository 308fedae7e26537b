import { callsWithin } from '#engine/analysis/judges/calls-within.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { isGuessable } from '#engine/analysis/judges/guessable-password.ts';
import { identifierWords } from '#engine/analysis/identifier-words.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { isTestPath } from '#engine/analysis/judges/test-path.ts';
import { urlPassword } from '#engine/analysis/judges/url-password.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import { nodesOf, type NodeOf } from '#engine/analysis/judges/nodes-of.ts';
import type { FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Constant } from '#engine/analysis/ir.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';

/** NIST SP 800-63B asks for at least eight characters. */
const SHORTEST = 8;
const SETTERS: ReadonlySet<string> = new Set(['register', 'signup', 'registration']);
const SERVERS = /^(?:postgres(?:ql)?|mysql|mariadb|mongodb|redis|amqp|mssql|oracle)(?:\+\w+)?:\/\//i;

export const rule: Rule = {
  id: 'python/weak-password-policy',
  languages: ['python'],
  cwes: ['CWE-521'],
  title: 'Weak or empty password accepted',
  severity: 'medium',
  rationale: 'Short and empty passwords are guessed at once.',
  remediation: 'Ask for at least eight characters, and give every account of a server a password.',
  references: ['https://cwe.mitre.org/data/definitions/521.html', 'https://pages.nist.gov/800-63-4/sp800-63b.html'],
  stage: 'stable',

  check: (facts, report) => {
    const isTest = isTestPath(facts.module.path);
    const once: Report = (at, finding) => report(at, isTest ? { ...finding, confidence: 'low' } : finding);
    for (const call of facts.calls) {
      if (
        !call.names.some((name) =>
          /(?:^|\.)(?:connect|create_engine|Connection|MongoClient|ConnectionPool|create_pool)$/.test(name),
        )
      )
        continue;
      const empty = call.arguments.find(
        ({ argument, value }) => /^(?:password|passwd|pwd)$/.test(argument.name ?? '') && textOf(value) === '',
      );
      if (empty !== undefined)
        once(empty.argument.value.at, {
          message: 'The connection uses an empty password, which the code fixes.',
          confidence: 'medium',
          cwes: ['CWE-521', 'CWE-259'],
        });
    }
    for (const { value, at } of nodesOf(facts, 'literal')) {
      if (typeof value !== 'string' || !SERVERS.test(value) || urlPassword(value)?.password !== '') continue;
      once(at, { message: 'The address has an empty password.', confidence: 'medium' });
    }
    for (const node of nodesOf(facts, 'record')) checkDatabase(node, once);
    for (const node of nodesOf(facts, 'compare')) checkLength(node, once);
    for (const made of facts.functions) checkRegistration(facts, made, once);
  },
};

/** An entry of Django's DATABASES. */
function checkDatabase({ entries }: NodeOf<'record'>, report: Report): void {
  const valueOf = (name: string): Constant => {
    const value = entries.find(({ key }) => key?.kind === 'literal' && key.value === name)?.value;
    return value?.kind === 'literal' ? value.value : undefined;
  };
  const engine = valueOf('ENGINE');
  const password = entries.find(({ key }) => key?.kind === 'literal' && key.value === 'PASSWORD')?.value;
  if (typeof engine !== 'string' || engine.includes('sqlite') || valueOf('USER') === undefined) return;
  if (password?.kind !== 'literal' || typeof password.value !== 'string') return;
  if (password.value === '')
    report(password.at, { message: 'The database is used with an empty password.', confidence: 'medium' });
  else if (isGuessable(password.value)) {
    report(password.at, { message: 'The password of the database is guessed at once.', confidence: 'medium' });
  }
}

/** `len(password) < 4`, with the smaller side first. */
function checkLength({ operator, left, right, at }: NodeOf<'compare'>, report: Report): void {
  const isLength =
    left.kind === 'call' &&
    lastName(left.callee) === 'len' &&
    secretKind(lastName(left.arguments[0]?.value)) === 'password';
  if (!isLength || right.kind !== 'literal' || typeof right.value !== 'number') return;
  const shortest =
    operator === '<' || operator === '>=' ? right.value : operator === '<=' || operator === '>' ? right.value + 1 : 0;
  if (shortest < 2 || shortest >= SHORTEST) return;
  report(at, { message: `A password of ${shortest} characters is accepted.`, confidence: 'medium' });
}

/** A route that makes an account of whatever password it is sent. */
function checkRegistration(facts: ModuleFacts, made: FunctionFact, report: Report): void {
  const words = [...identifierWords(made.function.name), ...identifierWords(made.route?.pattern ?? '')];
  if (made.route === undefined || !words.some((word) => SETTERS.has(word))) return;
  const taken = callsWithin(facts, made).find(
    (call) =>
      call.result.taints.some(({ kind }) => kind === 'remote') &&
      secretKind(textOf(call.argument(0)) ?? '') === 'password',
  );
  const text = made.function.body.map(({ at }) => facts.textAt(at)).join('\n');
  const isRead = taken !== undefined || /\.(?:form|POST|json|args)\[['"]pass\w*['"]\]/i.test(text);
  const isChecked = /len\(|strength|valid|policy|complex|re\.|isalnum|isdigit|any\(|all\(|check|zxcvbn/i.test(text);
  if (!isRead || isChecked) return;
  report(made.function.nameAt, { message: 'Every password is accepted, however short.', confidence: 'low' });
}
