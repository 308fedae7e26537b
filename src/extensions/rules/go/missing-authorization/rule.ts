import type { CallFact, FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { mentions } from '#engine/analysis/judges/names-within.ts';
import { reportDecisions } from '#engine/analysis/judges/report-decisions.ts';
import { refusedAndDone } from '#engine/analysis/judges/refused-and-done.ts';
import { isTestPath } from '#engine/analysis/judges/test-path.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';
import { looseScopes } from './loose-scope.ts';
import { openRoutes } from './open-routes.ts';
import { asksOfUser, usersIn } from './user-of.ts';
import type { Taint } from '#engine/analysis/value.ts';

/** Words of code that asks who somebody is, or what they may do. */
const ASKING =
  /owner|author(?!s?$)|^auth|auth$|authori[sz]|authentic|principal|(?:current|session|logged|me)_?user|^user_?id$|^uid$|userFrom|getUser(?:ID)?$|role|permission|permitted|isAdmin|admin|belongs|^can[A-Z]|allowed|forbidden|unauthorized|session|token|tenant|claims|account_?id|customer_?id|member|acl|policy|enforce|subject/i;
/** How a file speaks of the one who is signed in. */
const KNOWN_USER =
  /\b(?:current_?user(?:ID)?|user(?:ID)?From\w*|get(?:Current)?User(?:ID)?|session_?user|authUser)\s*\(|(?:\.Get|\.MustGet|\.GetString|\.GetUint|\.GetInt|\.GetInt64|\.Locals|\.Value)\("(?:user|user_?id|uid|claims|session|current_?user)"\)|\.Value\((?:\w+\.)?\w*user\w*\)|\b(?:owner_?id)\b/i;
/** What belongs to one person or firm. */
const PRIVATE =
  /order|invoice|account|payment|message|document|prescription|contract|salary|receipt|patient|transaction|profile|card|address|report|file|ticket|note|subscription|booking|wallet|user|customer|medical|record|post|comment|project|task|todo|secret|key/i;
const LOOKUP =
  /^(?:First|Take|Last|Find|Delete|Where|(?:Find|Get|Fetch|Load|Delete|Remove|Update)(?:[A-Z]\w*)?ByID|(?:Get|Fetch|Load|Delete|Remove)[A-Z]\w*|Query(?:Row)?x?(?:Context)?|Exec(?:Context)?)$/;
/** Lists, settings and requests are found by names, which tell nothing of whose they are. */
const NO_LOOKUP = /^Get(?:Header|Query|PostForm|Raw\w*|Cookie|Session|String|Int\w*|Uint\w*|Bool|Time)/;
const STATEMENT = /\b(?:where\s+(?:\w+\.)?(?:\w*_)?id\s*=\s*(?:\?|\$\d+|:\w+))\s*(?:limit\b.*)?;?\s*$/i;

const REFUSING = {
  replies: /^(?:Error|JSON|String|WriteHeader|Status|SendStatus|HTML|XML|Redirect|Render)$/,
  aborts: /^Abort\w*$/,
  refusal: /^Status(?:Unauthorized|Forbidden)$/,
};

export const rule: Rule = {
  id: 'go/missing-authorization',
  languages: ['go'],
  cwes: ['CWE-862', 'CWE-639', 'CWE-863', 'CWE-306', 'CWE-285'],
  title: 'Missing authorisation',
  severity: 'high',
  rationale: 'Whoever knows the address or a number then reads or changes what belongs to others.',
  remediation: 'Ask on the server, for each request, whether the one who is signed in may do this to this object.',
  references: [
    'https://cwe.mitre.org/data/definitions/862.html',
    'https://cwe.mitre.org/data/definitions/639.html',
    'https://cwe.mitre.org/data/definitions/863.html',
    'https://cwe.mitre.org/data/definitions/306.html',
    'https://cwe.mitre.org/data/definitions/285.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Authorization_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    if (isTestPath(facts.module.path) || facts.module.path.endsWith('_test.go')) return;
    checkClaims(facts, report);
    reportDecisions(report, refusedAndDone(facts, REFUSING), looseScopes(facts));
    checkRoutes(facts, report);
    // Without a notion of users in the file, they may be known to what stands before it.
    if (!KNOWN_USER.test(facts.codeText)) return;
    const seen = new Set<FunctionFact>();
    for (const call of facts.calls) {
      const { within } = call;
      if (within === undefined || seen.has(within) || !isHandler(within)) continue;
      const taint = idOf(call);
      if (taint === undefined || asks(facts, within)) continue;
      seen.add(within);
      report(call.at, {
        message: `The request names the object by ${taint.what}, whoever it belongs to.`,
        confidence: 'medium',
        taint,
      });
    }
  },
};

function isHandler({ function: { parameters, name } }: FunctionFact): boolean {
  if (/log_?in|sign_?(?:in|up)|register|public|health|webhook/i.test(name)) return false;
  return parameters.some(({ annotation }) =>
    /(?:^|\.)(?:ResponseWriter|Context|Ctx)$/.test(writtenName(annotation).replace(/^context\.Context$/, '')),
  );
}

/** The number that a call finds an object by, when it is all that it is found by. */
function idOf(call: CallFact): Taint | undefined {
  const method = methodName(call);
  if (!LOOKUP.test(method) || NO_LOOKUP.test(method)) return undefined;
  const tainted = call.arguments.filter(({ value }) => value.taints.some(({ kind }) => kind === 'remote'));
  const last = tainted.at(-1);
  if (last === undefined) return undefined;
  const texts = call.arguments.map(({ value }) => value.constant?.value).filter((one) => typeof one === 'string');
  const [statement] = texts;
  const isStatement = /^(?:Query|Exec|Where)/.test(method) || statement !== undefined;
  const about = isStatement
    ? (statement ?? '')
    : call.arguments.map(({ argument }) => aboutOf(argument.value)).join(' ');
  if (isStatement && !STATEMENT.test(method === 'Where' || !/\s(?:from|set)\s/i.test(about) ? `where ${about}` : about))
    return undefined;
  if (!isStatement && !isNumber(last.argument.value)) return undefined;
  const what = `${about} ${method} ${writtenName(call.expression.callee)}`;
  const isAboutRow = !isStatement || /^(?:Where|First|Take|Last|Find|Delete)$/.test(method);
  if (!isAboutRow && !PRIVATE.test(what)) return undefined;
  return last.value.taints.find(({ kind }) => kind === 'remote');
}

/** `id`, `input.OrderID`, `chi.URLParam(r, "id")`. */
function isNumber(value: Parameters<typeof lastName>[0]): boolean {
  if (/id$/i.test(lastName(value))) return true;
  const key = value?.kind === 'call' ? value.arguments.at(-1)?.value : undefined;
  return key?.kind === 'literal' && typeof key.value === 'string' && /id$/i.test(key.value);
}

/** The type or variable that an object is read into. */
function aboutOf(value: Parameters<typeof lastName>[0]): string {
  return value?.kind === 'unary' ? lastName(value.operand) : lastName(value);
}

/** Whether a handler, or a function around it, asks anything. */
function asks(facts: ModuleFacts, handler: FunctionFact): boolean {
  const users = usersIn(handler);
  if (users.size > 0) return asksOfUser(handler, users);
  if (mentions(facts, handler, ASKING)) return true;
  return handler.outer !== undefined && mentions(facts, handler.outer, /^(?:require|check|verify)[A-Z]|currentUser/);
}

/** A role that the request claims for itself: `r.Header.Get("X-Role") == "admin"`. */
function checkClaims(facts: ModuleFacts, report: Report): void {
  for (const { at, left, right } of facts.compares) {
    if (!/role|admin|is_?staff|privilege/i.test(facts.codeAt(at))) continue;
    const [open, other] = left.constant === undefined ? [left, right] : [right, left];
    const taint = open.taints.find(
      ({ kind, what }) => kind === 'remote' && /form field|header|cookie|query/.test(what),
    );
    const text = other.constant?.value;
    if (
      taint === undefined ||
      typeof text !== 'string' ||
      !/^(?:admin|administrator|true|manager|root|staff)$/i.test(text)
    )
      continue;
    if (
      mentions(
        facts,
        facts.functions.find(({ function: one }) => contains(one.at, at)),
        /hmac|jwt|claims|verify|token|auth/i,
      )
    )
      continue;
    report(at, {
      message: `What the caller may do is decided by ${taint.what}.`,
      confidence: 'medium',
      taint,
      cwes: ['CWE-863', 'CWE-639'],
    });
  }
}

function contains(outer: FunctionFact['function']['at'], inner: FunctionFact['function']['at']): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Routes that nothing asks about where it asks about others. */
function checkRoutes(facts: ModuleFacts, report: Report): void {
  for (const { call, pattern } of openRoutes(facts)) {
    report(call.at, {
      message: `Nothing asks who it is before '${pattern.slice(0, 60)}', as it does before other routes.`,
      confidence: 'medium',
      cwes: ['CWE-862', 'CWE-306'],
    });
  }
}
