import type { FunctionFact, ModuleFacts } from '../facts.ts';
import { identifierWords } from '../identifier-words.ts';
import { walk } from './walk.ts';

/** Words that speak of who is asking. */
const IDENTITY: ReadonlySet<string> = new Set([
  'session',
  'authenticated',
  'authenticate',
  'authorization',
  'authorized',
  'authorised',
  'authorize',
  'authorise',
  'auth',
  'permission',
  'permissions',
  'permitted',
  'jwt',
  'token',
  'apikey',
  'credentials',
  'logged',
  'identity',
  'owner',
  'owns',
  'acl',
  'rbac',
  'allowed',
  'privilege',
  'privileges',
  'csrf',
  'principal',
  'login',
  'signature',
  'hmac',
  'secret',
]);
/** `current_user`, `request.user`, `g.user`, and roles. */
const USER =
  /(?:^|[._])current_?user\b|\brequest\.user\b|\bg\.user|\bself\.current_user|\bis_?(?:admin|staff|superuser|owner|authenticated)|\bhas_?(?:role|perm|access)|\bapi_?key\b|\brequires?_/i;
const ROLE =
  /\badmin\b|_admin\b|\badmin_|\brole|\bstaff|superuser|permission|\bprivilege|\bgroups?\b|user_passes_test|isadmin|is_manager|\b403\b/i;

/** Texts of the decorators but the one that registers the route. */
function guardsOf(facts: ModuleFacts, made: FunctionFact): readonly string[] {
  return made.decorators
    .filter(
      ({ name }) => name !== made.route?.callee && !/\.(?:route|get|post|put|patch|delete|add_url_rule)$/.test(name),
    )
    .map(({ name, at }) => `${name} ${facts.textAt(at)}`);
}

/** Names and short texts that the handler mentions, its own name and the route left out. */
function mentions(facts: ModuleFacts, made: FunctionFact): readonly string[] {
  const found: string[] = [];
  for (const parameter of made.function.parameters) {
    found.push(parameter.name);
    if (parameter.default !== undefined) found.push(facts.textAt(parameter.default.at));
    if (parameter.annotation !== undefined) found.push(facts.textAt(parameter.annotation.at));
  }
  for (const node of walk(made.function.body)) {
    if (node.kind === 'name') found.push(node.name);
    else if (node.kind === 'member') found.push(facts.textAt(node.at).slice(0, 80));
    else if (node.kind === 'literal' && typeof node.value === 'string' && /^[\w: -]{1,24}$/.test(node.value))
      found.push(node.value);
    else if (node.kind === 'literal' && node.value === 403) found.push('403');
  }
  return found;
}

/** Whether anything in a handler or on it asks who is calling. */
export function asksIdentity(facts: ModuleFacts, made: FunctionFact): boolean {
  if (guardsOf(facts, made).some((text) => isGuard(text))) return true;
  return mentions(facts, made).some(
    (text) => USER.test(text) || identifierWords(text).some((word) => IDENTITY.has(word)),
  );
}

/** Whether one of its decorators lets through only who is signed in. */
export function hasLoginGuard(facts: ModuleFacts, made: FunctionFact): boolean {
  return guardsOf(facts, made).some((text) => isGuard(text));
}

function isGuard(text: string): boolean {
  return /login|logged|auth|required|require|permission|protect|secure|token|jwt|admin|role|staff|member|user_passes|access/i.test(
    text,
  );
}

/** Whether the handler asks for more than that somebody is signed in: in a test, a guard, a call or a statement. */
export function asksRole(facts: ModuleFacts, made: FunctionFact): boolean {
  if (guardsOf(facts, made).some((text) => ROLE.test(text))) return true;
  for (const node of walk(made.function.body)) {
    if (node.kind === 'literal' && typeof node.value === 'string' && ROLE_IN_TEXT.test(node.value)) return true;
    if (node.kind === 'literal' && node.value === 403) return true;
    const asked =
      node.kind === 'if' || node.kind === 'conditional' || node.kind === 'assert'
        ? node.test
        : node.kind === 'call'
          ? node.callee
          : node.kind === 'compare'
            ? node
            : undefined;
    if (asked !== undefined && ROLE.test(facts.codeAt(asked.at))) return true;
  }
  return false;
}

/** A column of a statement, or the name of a right. */
const ROLE_IN_TEXT = /\bis_?(?:admin|staff|superuser)\b|\brole\b|\bprivilege|\bpermission/i;

/** Whether the file knows of people who sign in. */
export function knowsUsers({ functions, codeText }: ModuleFacts): boolean {
  if (/\bcurrent_user\b|\blogin_required\b|\bLoginManager\b|\bsession\[/.test(codeText)) return true;
  return functions.some(
    ({ function: { name }, route }) =>
      /log_?in|sign_?in|authenticate/i.test(name) || /\/(?:log|sign)-?_?in\b/i.test(route?.pattern ?? ''),
  );
}

/** Whether something checks every request of the application: `before_request`, middleware. */
export function hasGlobalGuard({ codeText }: ModuleFacts): boolean {
  return /\bbefore_request\b|\bbefore_app_request\b|\bmiddleware\b|dependencies\s*=\s*\[|\bPermissionRequiredMixin\b|\bLoginRequiredMixin\b|\bpermission_classes\b/i.test(
    codeText,
  );
}
