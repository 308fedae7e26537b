import type { FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { callsWithin } from '#engine/analysis/judges/calls-within.ts';
import { identifierWords } from '#engine/analysis/identifier-words.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const CRITICAL: ReadonlySet<string> = new Set([
  'admin',
  'administrator',
  'delete',
  'remove',
  'transfer',
  'withdraw',
  'payment',
  'refund',
  'shutdown',
  'restart',
  'reboot',
  'backup',
  'restore',
  'promote',
  'ban',
  'users',
  'accounts',
]);
const OPEN = /login|logout|sign|register|forgot|reset|callback|webhook|health|public/i;
const IDENTITY =
  /auth|session|token|jwt|user_?id|permission|role|isadmin|logged|owner|passport|apikey|api_key|guard|protect|verify|ensure|require|acl|^user$|admin(?!$)|credential|secret/i;

export const rule: Rule = {
  id: 'javascript/missing-authentication',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-306', 'CWE-862'],
  title: 'Critical route without authentication',
  severity: 'high',
  rationale: 'Whoever knows the address can call the function.',
  remediation: 'Put a middleware before the handler that requires a signed-in user with the right role.',
  references: [
    'https://cwe.mitre.org/data/definitions/306.html',
    'https://cwe.mitre.org/data/definitions/862.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Authorization_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    if (hasGlobalGuard(facts)) return;
    for (const made of facts.functions) {
      const { route } = made;
      const call = route?.registration;
      if (
        route?.pattern === undefined ||
        call === undefined ||
        !/\.(?:delete|post|put|patch|get|all)$/.test(route.callee)
      )
        continue;
      const { pattern } = route;
      if (OPEN.test(pattern) || call.arguments.length > 2) continue;
      const critical = identifierWords(pattern).find((word) => CRITICAL.has(word));
      const isChange = !route.callee.endsWith('.get');
      if ((critical === undefined && !route.callee.endsWith('.delete')) || asksIdentity(facts, made)) continue;
      const isAdministration = critical === 'admin' || critical === 'administrator';
      report(call.expression.arguments[0]?.value.at ?? call.at, {
        message: `Nobody asks who calls '${pattern}'.`,
        confidence:
          isAdministration && (isChange || touchesData(facts, made))
            ? 'medium'
            : knowsUsers(facts) && isChange && touchesData(facts, made)
              ? 'medium'
              : 'low',
      });
    }
  },
};

/** A middleware for every route, by its name. */
function hasGlobalGuard(facts: ModuleFacts): boolean {
  return facts.calls.some(
    (call) =>
      /\.(?:use|addHook|all)$/.test(call.names[0] ?? '') &&
      call.expression.arguments.some(
        ({ value }) =>
          value.kind !== 'literal' &&
          value.kind !== 'function' &&
          IDENTITY.test(facts.codeAt(value.at).slice(0, 80)) &&
          !/express-?session|^session\(|cookieSession|cors|helmet|bodyParser/.test(facts.codeAt(value.at)),
      ),
  );
}

function asksIdentity(facts: ModuleFacts, made: FunctionFact): boolean {
  for (const node of walk(made.function.body)) {
    if (node.kind === 'member' && node.property !== 'params' && IDENTITY.test(node.property)) return true;
    if (node.kind === 'name' && IDENTITY.test(node.name)) return true;
    if (node.kind === 'literal' && (node.value === 401 || node.value === 403)) return true;
  }
  return callsWithin(facts, made).some((call) => IDENTITY.test(lastName(call.expression.callee)));
}

function touchesData(facts: ModuleFacts, made: FunctionFact): boolean {
  return callsWithin(facts, made).some(
    (call) =>
      /^(?:query|execute|run|all|get|find\w*|delete\w*|remove|destroy|update\w*|save|create|insert\w*|exec|unlink\w*|push|splice|filter)$/.test(
        lastName(call.expression.callee),
      ) && !/^express\./.test(call.names[0] ?? ''),
  );
}

/** Whether the file signs people in. */
function knowsUsers(facts: ModuleFacts): boolean {
  return /['"`]\/(?:\w+\/)*(?:login|signin|sign-in)\b|req\.session\.user|jsonwebtoken|passport/.test(facts.codeText);
}
