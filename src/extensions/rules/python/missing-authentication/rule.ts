import {
  asksIdentity,
  asksRole,
  hasGlobalGuard,
  hasLoginGuard,
  knowsUsers,
} from '#engine/analysis/judges/access-words.ts';
import { callsWithin } from '#engine/analysis/judges/calls-within.ts';
import { wordsOf } from '#engine/analysis/judges/constant-of.ts';
import { identifierWords } from '#engine/analysis/identifier-words.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';

/** Words of routes and handlers that only some people are meant to reach. */
const CRITICAL: ReadonlySet<string> = new Set([
  'admin',
  'administrator',
  'dashboard',
  'settings',
  'setting',
  'delete',
  'remove',
  'transfer',
  'withdraw',
  'payment',
  'pay',
  'refund',
  'shutdown',
  'reboot',
  'restart',
  'execute',
  'exec',
  'command',
  'config',
  'configuration',
  'backup',
  'restore',
  'promote',
  'grant',
  'ban',
  'purge',
  'secret',
  'account',
  'profile',
  'balance',
  'invoice',
  'billing',
]);
/** What must work for somebody who is not signed in. */
const OPEN: ReadonlySet<string> = new Set([
  'login',
  'logout',
  'signin',
  'signup',
  'register',
  'registration',
  'forgot',
  'callback',
  'webhook',
  'health',
  'ping',
  'index',
  'home',
  'about',
  'static',
  'favicon',
]);
const PRIVILEGE = /^(?:is_?)?(?:admin|superuser|staff|root|role|roles|is_owner|privileged)$/i;
const CHANGE = /\b(?:delete\s+from|update\s+\w+\s+set|drop\s+table)\b/i;

export const rule: Rule = {
  id: 'python/missing-authentication',
  languages: ['python'],
  cwes: ['CWE-306'],
  title: 'Critical function without authentication',
  severity: 'high',
  rationale: 'Whoever knows the address can call the function.',
  remediation: 'Require a signed-in user with the right role before the handler does its work.',
  references: [
    'https://cwe.mitre.org/data/definitions/306.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Authorization_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    checkPrivilegeFromRequest(facts, report);
    if (facts.functions.every(({ route }) => route === undefined)) return;
    const isKnown = knowsUsers(facts);
    if (hasGlobalGuard(facts)) return;
    for (const made of facts.functions) {
      if (made.route === undefined) continue;
      const words = [...identifierWords(made.function.name), ...identifierWords(made.route.pattern ?? '')];
      if (words.some((word) => OPEN.has(word))) continue;
      const isAdministration = words.includes('admin') || words.includes('administrator');
      const critical = words.find((word) => CRITICAL.has(word));
      if (!asksIdentity(facts, made)) {
        const changes = changesData(facts, made);
        if (critical === undefined && !changes) continue;
        const isStatic = made.function.parameters.length === 0 && callsWithin(facts, made).length === 0;
        report(made.function.nameAt, {
          message: `Nobody asks who calls '${made.function.name}'.`,
          confidence:
            !isStatic && ((isKnown && critical !== undefined) || (isAdministration && changes)) ? 'medium' : 'low',
        });
      } else if (isAdministration && hasLoginGuard(facts, made) && !asksRole(facts, made)) {
        report(made.function.nameAt, {
          message: `Everyone who is signed in may call '${made.function.name}'.`,
          confidence: 'medium',
        });
      }
    }
  },
};

function changesData(facts: ModuleFacts, made: FunctionFact): boolean {
  return callsWithin(facts, made).some(
    (call) =>
      call.names.some((name) =>
        /\.session\.delete$|\.delete_(?:one|many)$|(?:^|\.)(?:os|subprocess)\.(?:system|remove|run|call|Popen|popen)$/.test(
          name,
        ),
      ) || CHANGE.test(wordsOf(call.argument(0))),
  );
}

/** A request that says of itself that it may. */
function checkPrivilegeFromRequest(facts: ModuleFacts, report: Report): void {
  for (const { expression, left, right, at } of facts.compares) {
    for (const [value, written] of [
      [left, expression.left],
      [right, expression.right],
    ] as const) {
      if (!PRIVILEGE.test(lastName(written)) || !value.taints.some(({ kind }) => kind === 'remote')) continue;
      if (/session|token|claims|user\./i.test(`${writtenName(written)} ${value.name ?? ''}`)) continue;
      report(at, {
        message: 'The request itself says which rights its sender has.',
        confidence: 'medium',
      });
    }
  }
}
