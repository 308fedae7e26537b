import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { CallExpression, Expression, Handler, Statement } from '#engine/analysis/ir.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';

/** Calls that send what they are given to whoever asked. */
const SENDING =
  /^servlet\.Writer\.|HttpServletResponse\.sendError$|ResponseEntity\.(?:ok|badRequest|status|internalServerError)(?:\(\))?(?:\.body)?$|(?:^|\.)ResponseEntity$/;
/** What is said of an exception: its message and where it came up. */
const TELLING =
  /^(?:getMessage|getLocalizedMessage|toString|getStackTrace|getCause|printStackTrace|getStackTraceAsString|getFullStackTrace)$/;

export const rule: Rule = {
  id: 'java/error-disclosure',
  languages: ['java'],
  cwes: ['CWE-209', 'CWE-497', 'CWE-200'],
  title: 'Error shown to strangers',
  severity: 'medium',
  rationale: 'Messages and traces of errors tell how the program is built, what it runs on and what it stores.',
  remediation: 'Log the error and answer with a fixed text.',
  references: [
    'https://cwe.mitre.org/data/definitions/209.html',
    'https://cwe.mitre.org/data/definitions/497.html',
    'https://cwe.mitre.org/data/definitions/200.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Error_Handling_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    checkHandlers(facts, report);
    const calls = facts.calls.toSorted((a, b) => a.at.start - b.at.start);
    for (const { handler } of facts.handlers) {
      const name = handler.name;
      if (name === undefined) continue;
      for (const call of callsIn(calls, handler)) {
        if (printsTo(call, name))
          report(call.at, { message: 'The trace of the error is sent with the answer.', confidence: 'high' });
        else if (isSending(call) && call.expression.arguments.some(({ value }) => tells(value, name)))
          report(call.at, { message: 'The answer tells what went wrong inside.', confidence: 'medium' });
      }
    }
  },
};

/** Exceptions of any kind and of what is inside: their messages were not written for strangers. */
const GENERAL =
  /^(?:Exception|Throwable|RuntimeException|SQLException|DataAccessException|IOException|PersistenceException|NullPointerException|GeneralSecurityException)$/;

/** What a method that answers for exceptions gives back: of Spring, of JAX-RS, or a handler that returns its text. */
function checkHandlers(facts: ModuleFacts, report: Report): void {
  for (const { function: own, decorators, route, class: owner } of facts.functions) {
    const isAdvice = decorators.some(({ name }) => /(?:^|\.)ExceptionHandler$/.test(name));
    const isMapper =
      own.name === 'toResponse' && owner?.bases.some((base) => /ExceptionMapper/.test(writtenName(base)));
    if (isAdvice || isMapper === true) {
      const given = own.parameters.find(({ type }) => GENERAL.test(type?.name ?? ''));
      if (given !== undefined) checkBody(own.body, given.name, isAdvice, report);
    }
    if (route === undefined) continue;
    for (const node of walk(own.body, { intoFunctions: false })) {
      if (node.kind !== 'try') continue;
      for (const { name, types, body } of node.handlers) {
        if (name === undefined || !types.some((type) => GENERAL.test(lastName(type)))) continue;
        for (const inner of body)
          if (isTelling(inner, name))
            report(inner.at, { message: 'The answer tells what went wrong inside.', confidence: 'medium' });
      }
    }
  }
}

/** `return "Error: " + e.getMessage()`, `throw new ResponseStatusException(status, e.getMessage())`. */
function isTelling(statement: Statement, name: string): boolean {
  if (statement.kind === 'return') {
    const { value } = statement;
    return (
      value !== undefined &&
      (value.kind === 'binary' || (value.kind === 'call' && isMessage(value, name))) &&
      tells(value, name)
    );
  }
  if (statement.kind !== 'raise' || statement.value?.kind !== 'call') return false;
  const { callee, arguments: given } = statement.value;
  const reason = given[1]?.value;
  return (
    lastName(callee) === 'ResponseStatusException' &&
    reason !== undefined &&
    tells(reason, name) &&
    /5\d\d|INTERNAL/.test(writtenName(given[0]?.value))
  );
}

function isMessage({ callee }: CallExpression, name: string): boolean {
  return (
    callee.kind === 'member' &&
    callee.object.kind === 'name' &&
    callee.object.name === name &&
    TELLING.test(callee.property)
  );
}

function checkBody(body: readonly Statement[], name: string, isReturned: boolean, report: Report): void {
  for (const node of walk(body, { intoFunctions: false })) {
    if (node.kind !== 'call') continue;
    const method = node.callee.kind === 'member' ? node.callee.property : lastName(node.callee);
    if (!ANSWERING.test(method) || (method === 'put' && !isReturned)) continue;
    if (node.arguments.some(({ value }) => tells(value, name) && value.kind !== 'name')) {
      report(node.at, { message: 'The answer tells what went wrong inside.', confidence: 'medium' });
      return;
    }
  }
}

/** What puts a text into an answer. */
const ANSWERING =
  /^(?:body|entity|put|addAttribute|addObject|ResponseEntity|ErrorResponse|ErrorDto|ApiError|ErrorMessage|of|setDetail|forStatusAndDetail|message|write|print|println)$/;

/** The calls of a handler, of all calls in the order in which they begin. */
function callsIn(calls: readonly CallFact[], { at }: Handler): readonly CallFact[] {
  let low = 0;
  let high = calls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((calls[middle]?.at.start ?? 0) < at.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while ((calls[end]?.at.start ?? at.end) < at.end) end += 1;
  return calls.slice(low, end);
}

/** `error.printStackTrace(response.getWriter())`. */
function printsTo({ expression, arguments: given }: CallFact, name: string): boolean {
  const { callee } = expression;
  if (callee.kind !== 'member' || callee.property !== 'printStackTrace' || lastName(callee.object) !== name)
    return false;
  return given.some(({ value }) => value.name === 'servlet.Writer');
}

function isSending({ names, expression: { callee } }: CallFact): boolean {
  if (names.some((name) => SENDING.test(name))) return true;
  return (
    callee.kind === 'member' &&
    callee.property === 'body' &&
    /(?:^|\.)ResponseEntity\b/.test(writtenName(callee.object))
  );
}

/** Whether a text is made of what an exception says. */
function tells(value: Expression, name: string): boolean {
  if (value.kind === 'name') return value.name === name;
  for (const node of walk([value], { intoFunctions: false })) {
    if (node.kind === 'binary' && [node.left, node.right].some((side) => side.kind === 'name' && side.name === name))
      return true;
    if (node.kind !== 'call') continue;
    const { callee } = node;
    if (callee.kind === 'member' && TELLING.test(callee.property)) {
      if (callee.object.kind === 'name' && callee.object.name === name) return true;
      if (node.arguments.some((argument) => argument.value.kind === 'name' && argument.value.name === name))
        return true;
    }
  }
  return false;
}
