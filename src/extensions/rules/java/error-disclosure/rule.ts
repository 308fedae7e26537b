import type { CallFact } from '#engine/analysis/facts.ts';
import type { Expression, Handler } from '#engine/analysis/ir.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

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
