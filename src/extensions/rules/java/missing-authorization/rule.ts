import type { FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { reportDecisions } from '#engine/analysis/judges/report-decisions.ts';
import { refusedAndDone } from '#engine/analysis/judges/refused-and-done.ts';
import { isTestPath } from '#engine/analysis/judges/test-path.ts';
import { openTaints } from '#engine/analysis/judges/open-taints.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';
import { looseScopes } from './loose-decisions.ts';

/** Annotations that let through only some. */
const ANNOTATION =
  /@(?:PreAuthorize|PostAuthorize|Secured|RolesAllowed|RequiresRoles|RequiresPermissions|RequiresAuthentication|Authenticated|PermitAll|AuthenticationPrincipal|RequireRole|DenyAll)\b/;
/** Words of code that asks who somebody is, or what they may do. */
const ASKING =
  /owner|author(?!s?\b)|\bauth|authoriz|authentic|principal|current_?user|userId|getUser\b|user\(\)|hasRole|hasAuthority|permission|permitted|isAdmin|belongs|canAccess|canRead|canEdit|canDelete|isAllowed|FORBIDDEN|UNAUTHORIZED|AccessDenied|\b40[13]\b|SecurityContext|session|token|tenant|customerId|accountId|member/i;
const GUARDED = /(?:^|\/)(?:admin|internal|manage|management|actuator|maintenance)(?:\/|$)/i;
/** What belongs to one person or firm. */
const PRIVATE =
  /order|invoice|account|payment|message|document|prescription|contract|salary|receipt|patient|statement|transaction|profile|card|address|report|file|ticket|note|subscription|booking|claim|wallet|user|customer|medical|record/i;
const LOOKUP =
  /^(?:findById|getById|getReferenceById|getOne|findOne|deleteById|existsById|load|fetchById|find[A-Z]\w*ById|removeById)$/;
/** A test that nobody looks at the outcome of. */
const TEST =
  /^(?:is|has|can|may)(?:Allowed|Permission|Permitted|Access|Role|Authori[sz]ed|Authenticated|Owner|Edit|Delete|Read|Write|Admin|View|Modify|Authority)\w*$/;

export const rule: Rule = {
  id: 'java/missing-authorization',
  languages: ['java'],
  cwes: ['CWE-862', 'CWE-863', 'CWE-639', 'CWE-306', 'CWE-285'],
  title: 'Missing authorisation',
  severity: 'high',
  rationale: 'Whoever knows the address or a number then reads or changes what belongs to others.',
  remediation: 'Ask on the server, for each request, whether the one who is signed in may do this to this object.',
  references: [
    'https://cwe.mitre.org/data/definitions/862.html',
    'https://cwe.mitre.org/data/definitions/863.html',
    'https://cwe.mitre.org/data/definitions/639.html',
    'https://cwe.mitre.org/data/definitions/306.html',
    'https://cwe.mitre.org/data/definitions/285.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Authorization_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    if (isTestPath(facts.module.path)) return;
    const routed = facts.functions.filter(({ route }) => route !== undefined);
    const isAsked = routed.some((one) => asks(facts, one));
    for (const one of routed) checkHandler(facts, one, isAsked, report);
    for (const call of facts.calls) {
      const { callee } = call.expression;
      const method = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
      if (call.isResultUnused && TEST.test(method) && call.arguments.length > 0)
        report(call.at, {
          message: `The outcome of '${method}' is not looked at.`,
          confidence: 'medium',
          cwes: ['CWE-863', 'CWE-862'],
        });
    }
    checkClaims(facts, report);
    reportDecisions(report, refusedAndDone(facts, REFUSING), looseScopes(facts));
  },
};

const REFUSING = {
  replies: /^(?:sendError|setStatus|sendRedirect|abortWith)$/,
  refusal: /^SC_(?:UNAUTHORIZED|FORBIDDEN)$/,
};

function checkHandler(facts: ModuleFacts, one: FunctionFact, isAsked: boolean, report: Report): void {
  if (asks(facts, one)) {
    if (onlyTellsOfUser(one)) checkLookup(facts, one, report);
    return;
  }
  const { function: own, route } = one;
  const at = own.name === '' ? (route?.registration?.at ?? own.nameAt) : own.nameAt;
  const pattern = `${patternOfClass(facts, one)}${route?.pattern ?? ''}`;
  if (GUARDED.test(pattern)) {
    report(at, {
      message: `'${pattern}' asks nobody who they are.`,
      confidence: 'medium',
      cwes: ['CWE-306', 'CWE-862'],
    });
    return;
  }
  const callee = route?.callee ?? '';
  if (
    isAsked &&
    /(?:Post|Put|Delete|Patch)Mapping$|ws\.rs\.(?:POST|PUT|DELETE|PATCH)$/.test(callee) &&
    isAnnotated(facts, one)
  ) {
    report(at, {
      message: 'Other handlers beside this one ask what the caller may do.',
      confidence: 'medium',
      cwes: ['CWE-862', 'CWE-306'],
    });
    return;
  }
  checkLookup(facts, one, report);
}

/** Whether a handler is given the one who is signed in and only tells a log of them. */
function onlyTellsOfUser({ function: { parameters, body } }: FunctionFact): boolean {
  const users = new Set(
    parameters
      .filter(({ annotation }) =>
        /^(?:Principal|Authentication|Jwt|OAuth2User|OidcUser|UserDetails)$/.test(lastName(annotation)),
      )
      .map(({ name }) => name),
  );
  if (users.size === 0) return false;
  const told = new Set<unknown>();
  for (const node of walk(body)) {
    // What is made of them stands for them.
    if (node.kind === 'assign' && node.targets.length === 1 && node.targets[0]?.kind === 'name' && !told.has(node)) {
      const inner = [...walk([node.value])];
      if (inner.some((one) => one.kind === 'name' && users.has(one.name))) {
        users.add(node.targets[0].name);
        for (const one of [...inner, node.targets[0]]) told.add(one);
      }
    }
    if (
      node.kind === 'call' &&
      /^(?:log|logger|audit\w*|events)$/i.test(
        lastName(node.callee.kind === 'member' ? node.callee.object : node.callee),
      )
    )
      for (const inner of walk(node.arguments.map(({ value }) => value))) told.add(inner);
    if (told.has(node)) continue;
    if (node.kind === 'name' && (users.has(node.name) || ASKING.test(node.name))) return false;
    if (node.kind === 'member' && ASKING.test(node.property)) return false;
    if (node.kind === 'literal' && (node.value === 401 || node.value === 403 || ASKING_TEXT.test(String(node.value))))
      return false;
  }
  return true;
}

/** One object that is found by the number that the request names, and by nothing else. */
function checkLookup(facts: ModuleFacts, { function: own }: FunctionFact, report: Report): void {
  const ids = new Set(own.parameters.map(({ name }) => name).filter((name) => /id$|number$|^no$/i.test(name)));
  if (
    ids.size === 0 ||
    !/\b(?:Principal|Authentication|AuthenticationPrincipal|SecurityContext|HttpSession|getUserPrincipal|SecurityContextHolder)\b/.test(
      facts.codeText,
    )
  )
    return;
  for (const node of walk(own.body)) {
    if (
      node.kind !== 'call' ||
      node.callee.kind !== 'member' ||
      !LOOKUP.test(node.callee.property) ||
      node.arguments.length !== 1
    )
      continue;
    const given = node.arguments[0]?.value;
    if (given?.kind !== 'name' || !ids.has(given.name) || !PRIVATE.test(writtenName(node.callee.object))) continue;
    report(node.at, {
      message: `'${given.name}' of the request names the object, whoever it belongs to.`,
      confidence: 'medium',
      cwes: ['CWE-639', 'CWE-862', 'CWE-863'],
    });
    return;
  }
}

/** A role that the request claims for itself. */
function checkClaims(facts: ModuleFacts, report: Report): void {
  for (const { at, left, right } of facts.compares) {
    if (!/role|admin|is_?staff|privilege/i.test(facts.codeAt(at))) continue;
    const [open, other] = openTaints(left, 'session').some(({ kind }) => kind === 'remote')
      ? [left, right]
      : [right, left];
    const taint = openTaints(open, 'session').find(({ kind }) => kind === 'remote');
    const text = other.constant?.value;
    if (
      taint === undefined ||
      typeof text !== 'string' ||
      !/^(?:ROLE_)?(?:admin|administrator|true|manager|superuser|root|staff|owner)$/i.test(text)
    )
      continue;
    if (!/parameter|header|cookie|'\w*(?:role|admin|privilege)\w*'$/i.test(taint.what)) continue;
    report(at, {
      message: `What the caller may do is decided by ${taint.what}.`,
      confidence: 'medium',
      taint,
      cwes: ['CWE-863', 'CWE-639'],
    });
  }
}

/** Whether a handler, its annotations or those of its class ask anything. */
function asks(facts: ModuleFacts, one: FunctionFact): boolean {
  const { function: own, class: owner } = one;
  const head = facts.codeText.slice(Math.max(0, own.nameAt.start - 300), own.nameAt.start);
  const annotations = head.slice(Math.max(head.lastIndexOf('}'), head.lastIndexOf(';'), head.lastIndexOf('{')) + 1);
  if (ANNOTATION.test(`@${annotations}`) || ANNOTATION.test(facts.codeAt(own.at).slice(0, 400).split('{')[0] ?? ''))
    return true;
  if (
    owner !== undefined &&
    ANNOTATION.test(facts.codeText.slice(Math.max(0, owner.at.start - 200), owner.nameAt.start))
  )
    return true;
  for (const node of walk(own.body)) {
    if (node.kind === 'name' || node.kind === 'member') {
      if (ASKING.test(node.kind === 'name' ? node.name : node.property)) return true;
    } else if (
      node.kind === 'literal' &&
      (node.value === 401 || node.value === 403 || ASKING_TEXT.test(String(node.value)))
    )
      return true;
    else if (node.kind === 'call' && checksInside(facts, lastName(node.callee))) return true;
  }
  return false;
}

const ASKING_TEXT = /owner|user_id|user_name|tenant|^Authorization$/i;

/** A method of the file that asks: `if (!known(exchange))`. */
function checksInside(facts: ModuleFacts, name: string): boolean {
  const called = facts.functions.find(({ function: own }) => own.name.replace(/\/\d+$/, '') === name);
  return (
    called !== undefined &&
    called.route === undefined &&
    /Authorization|X-[\w-]*(?:Token|Key)|isEqual\(|hasRole|getUserPrincipal|isUserInRole|verify\w*\(|AccessDenied|FORBIDDEN/i.test(
      facts.codeAt(called.function.at),
    )
  );
}

/** `@RequestMapping("/admin")` of the class. */
function patternOfClass(_facts: ModuleFacts, { class: owner }: FunctionFact): string {
  const mapped = owner?.decorators.find((one) =>
    /(?:RequestMapping|Path|WebServlet)$/.test(writtenName(one.kind === 'call' ? one.callee : one)),
  );
  const given = mapped?.kind === 'call' ? mapped.arguments[0]?.value : undefined;
  return given?.kind === 'literal' && typeof given.value === 'string' ? given.value : '';
}

/** In a class that says with annotations who may do what. */
function isAnnotated(facts: ModuleFacts, { class: owner }: FunctionFact): boolean {
  return owner !== undefined && /@(?:PreAuthorize|Secured|RolesAllowed)\b/.test(facts.codeAt(owner.at));
}
