import { asksIdentity, asksRole, hasLoginGuard } from '#engine/analysis/judges/access-words.ts';
import { callsWithin } from '#engine/analysis/judges/calls-within.ts';
import { wordsOf } from '#engine/analysis/judges/constant-of.ts';
import { identifierWords } from '#engine/analysis/identifier-words.ts';
import { childrenOf, walk, type IrNode } from '#engine/analysis/judges/walk.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { CallFact, FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, Statement } from '#engine/analysis/ir.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';

/** What belongs to one person, by the words of the route. */
const PRIVATE: ReadonlySet<string> = new Set([
  'invoice',
  'order',
  'account',
  'payment',
  'statement',
  'transaction',
  'message',
  'document',
  'prescription',
  'contract',
  'salary',
  'receipt',
  'patient',
]);
/** Looks up one object by what the request says. */
const LOOKUP = /(?:^|\.)(?:get|get_or_404|get_object_or_404|filter|filter_by|find_one|first_or_404)$/;
const REMOVAL = /\.(?:delete|delete_one|remove)$/;
const CHANGE = /\b(?:delete\s+from|update\s+\w+\s+set)\b[\s\S]*\bwhere\b/i;
const OWNER =
  /owner|author|user_?id|created_by|account_?id|current_user|\bsession\b(?!\.(?:delete|commit|add|query|execute|rollback|flush))|belongs|permission|can_|is_admin|role|abort\(403/i;

export const rule: Rule = {
  id: 'python/missing-authorization',
  languages: ['python'],
  cwes: ['CWE-862', 'CWE-639', 'CWE-285', 'CWE-841', 'CWE-425'],
  title: 'Missing authorisation',
  severity: 'high',
  rationale: 'Whoever is signed in can name the number of what belongs to somebody else.',
  remediation: 'Compare the owner of the object with the user of the session before it is changed.',
  references: [
    'https://cwe.mitre.org/data/definitions/862.html',
    'https://cwe.mitre.org/data/definitions/639.html',
    'https://cwe.mitre.org/data/definitions/285.html',
    'https://cwe.mitre.org/data/definitions/841.html',
    'https://cwe.mitre.org/data/definitions/425.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const made of facts.functions) {
      if (made.route !== undefined && hasLoginGuard(facts, made)) checkOwner(facts, made, report);
      const knowsUser = made.function.parameters.some(({ name }) => /user|client|session|account/i.test(name));
      checkDispatch(made.function.body, knowsUser, report);
    }
    checkFiles(facts, report);
    checkAccount(facts, report);
  },
};

function checkOwner(facts: ModuleFacts, made: FunctionFact, report: Report): void {
  if (asksRole(facts, made)) return;
  const body = made.function.body.map(({ at }) => facts.textAt(at)).join('\n');
  if (OWNER.test(body)) return;
  const calls = callsWithin(facts, made);
  const looksUp = calls.some(
    (call) =>
      call.names.some((name) => LOOKUP.test(name)) &&
      call.arguments.some(
        ({ value, argument }) =>
          (value.taints.some(({ kind }) => kind === 'remote') || isParameter(made, argument.value)) &&
          /id$|^pk$/i.test(argument.name ?? lastName(argument.value)),
      ),
  );
  const isPrivate = [...identifierWords(made.function.name), ...identifierWords(made.route?.pattern ?? '')].some(
    (word) => PRIVATE.has(word),
  );
  const change = calls.find((call) => (looksUp && call.names.some((name) => REMOVAL.test(name))) || isStatement(call));
  if (change === undefined && looksUp && isPrivate && made.returns.length > 0) {
    report(made.function.nameAt, {
      message: 'The object that the request names is shown without a look at whom it belongs to.',
      confidence: 'medium',
      cwes: ['CWE-639'],
    });
  }
  if (change === undefined) return;
  report(change.at, {
    message: 'The object that the request names is changed without a look at whom it belongs to.',
    confidence: 'medium',
  });
}

/** A part of the address, numbers included. */
function isParameter({ function: { parameters } }: FunctionFact, written: Expression): boolean {
  return written.kind === 'name' && parameters.some(({ name }) => name === written.name);
}

function isStatement(call: CallFact): boolean {
  if (!call.names.some((name) => /\.execute$/.test(name)) || !CHANGE.test(wordsOf(call.argument(0)))) return false;
  return [...(call.argument(1)?.fields?.values() ?? []), call.argument(0)].some((value) =>
    value?.taints.some(({ kind }) => kind === 'remote'),
  );
}

/** What gives a file to the caller. */
const READS = /open|send_file|send_from_directory|FileResponse|read/;

/** Files of whoever the request names, given to whoever asks. */
function checkFiles(facts: ModuleFacts, report: Report): void {
  for (const { kind, callee, taints, at, within } of facts.sinks) {
    if (kind !== 'path' || !READS.test(callee) || within === undefined || asksIdentity(facts, within)) continue;
    const owner = taints.find(
      (taint) =>
        taint.kind === 'remote' && /\b(?:user(?:_?name|_?id)?|account)\b/i.test(`${taint.source} ${taint.what}`),
    );
    if (owner === undefined) continue;
    report(at, {
      message: `The file of an account that ${owner.what} names is given to everyone who asks for it.`,
      confidence: 'medium',
      taint: owner,
      cwes: ['CWE-425'],
    });
    return;
  }
}

/** PAM: a right password is not yet an account that may sign in. */
function checkAccount(facts: ModuleFacts, report: Report): void {
  const sign = facts.calls.find((call) => lastName(call.expression.callee) === 'pam_authenticate');
  if (sign === undefined || /pam_acct_mgmt/.test(facts.codeText)) return;
  report(sign.at, {
    message: 'PAM is not asked whether the account is still valid.',
    confidence: 'high',
    cwes: ['CWE-285'],
  });
}

/** Commands that nobody has to be signed in for. */
const HARMLESS = /log_?(?:in|out)|help|quit|exit|register|ping|version|sign|hello/i;

interface Branch {
  readonly command: string;
  readonly isGuarded: boolean;
  readonly statement: Statement;
}

/** Commands told apart by name, some behind a check of the user and some not. */
function checkDispatch(body: readonly Statement[], knowsUser: boolean, report: Report): void {
  const branches = new Map<string, Branch[]>();
  const collect = (statement: Statement): void => {
    if (statement.kind !== 'if') return;
    const { test } = statement;
    if (
      test.kind === 'compare' &&
      test.operator === '==' &&
      test.right.kind === 'literal' &&
      typeof test.right.value === 'string'
    ) {
      const subject = writtenName(test.left);
      const found = { command: test.right.value, isGuarded: statement.then.some(isGuard), statement };
      branches.set(subject, [...(branches.get(subject) ?? []), found]);
    }
    for (const inner of statement.otherwise) collect(inner);
  };
  for (const statement of body) collect(statement);
  for (const [subject, found] of branches) {
    if (!/command|action|cmd|operation/i.test(subject)) continue;
    if (!found.some(({ isGuarded }) => isGuarded)) {
      const hasSignIn =
        knowsUser && found.length > 2 && found.some(({ command }) => /^(?:log|sign)_?in$/i.test(command));
      const open =
        hasSignIn && !body.some(isGuard)
          ? found.find(({ command, statement }) => !HARMLESS.test(command) && hasCall(statement))
          : undefined;
      if (open !== undefined) {
        report(open.statement.at, {
          message: `The command '${open.command}' is carried out for whoever has not signed in.`,
          confidence: 'medium',
          cwes: ['CWE-841'],
        });
      }
      continue;
    }
    for (const { command, isGuarded, statement } of found) {
      if (isGuarded || HARMLESS.test(command) || !hasCall(statement)) continue;
      report(statement.at, {
        message: `The command '${command}' is carried out without the check that others have.`,
        confidence: 'medium',
        cwes: ['CWE-841'],
      });
    }
  }
}

function isGuard(statement: Statement): boolean {
  return statement.kind === 'if' && mentionsAccess(statement.test);
}

function mentionsAccess(test: Expression): boolean {
  for (const node of walk([test])) {
    const name = node.kind === 'name' || node.kind === 'member' ? lastName(node) : '';
    if (
      identifierWords(name).some((word) =>
        /^(?:auth\w*|logged|owns?|owner|permission|allowed|admin|can|session)$/.test(word),
      )
    )
      return true;
  }
  return false;
}

function hasCall(node: IrNode): boolean {
  return childrenOf(node).some((child) => child.kind !== 'compare' && (child.kind === 'call' || hasCall(child)));
}
