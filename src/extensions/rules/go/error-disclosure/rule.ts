import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { numberOf } from '#engine/analysis/judges/constant-of.ts';
import { definitionOf } from '#engine/analysis/judges/surroundings.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/** Calls that send what they are given, and where that stands. */
const SENDERS: Readonly<Record<string, number>> = {
  'net/http.Error': 1,
  'net/http.ResponseWriter.Write': 0,
  'fmt.Fprintf': 1,
  'fmt.Fprint': 1,
  'fmt.Fprintln': 1,
  'io.WriteString': 1,
  'gin.Context.JSON': 1,
  'gin.Context.String': 1,
  'gin.Context.AbortWithStatusJSON': 1,
  'echo.Context.JSON': 1,
  'echo.Context.String': 1,
  'encoding/json.NewEncoder().Encode': 0,
  'fiber.Ctx.SendString': 0,
  'fiber.Ctx.JSON': 0,
  'fiber.Ctx.Status().JSON': 0,
  'fiber.Ctx.Status().SendString': 0,
};
const NOT_FOUND = /Bad_?Request|NotFound|Unprocessable|Conflict|Unauthorized|Forbidden|TooLarge|MethodNotAllowed/i;
/** Errors of reading what was sent tell the sender nothing new. */
const OF_INPUT =
  /(?:^|\.)(?:Atoi|Parse\w*|Unmarshal|Decode|Bind\w*|ShouldBind\w*|BodyParser|Validate\w*|Struct|validate\w*|FormFile|ReadAll|Cookie)$/;

/** Assignments of a file that are looked at for each reply. */
const MOST_ASSIGNMENTS = 5_000;

export const rule: Rule = {
  id: 'go/error-disclosure',
  languages: ['go'],
  cwes: ['CWE-209'],
  title: 'Internal error shown to strangers',
  severity: 'medium',
  rationale: 'Texts of errors tell of paths, queries and machines, which helps to attack them.',
  remediation: 'Log the error and reply with a text that says nothing of the inside.',
  references: ['https://cwe.mitre.org/data/definitions/209.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const position = SENDERS[calleeName(call)];
      if (position === undefined || !isReply(call, position)) continue;
      const { callee } = call.expression;
      // `c.Status(500).JSON(…)`
      const chained = callee.kind === 'member' && callee.object.kind === 'call' ? callee.object.arguments : [];
      const status = [...call.expression.arguments, ...chained].map(({ value }) => writtenName(value)).join(' ');
      const [first] = chained;
      if (first?.value.kind === 'literal' && Number(first.value.value) >= 400 && Number(first.value.value) < 500)
        continue;
      const code = [call.argument(0), call.argument(2)].map(numberOf).find((one) => one !== undefined);
      if (NOT_FOUND.test(status) || (code !== undefined && code >= 400 && code < 500)) continue;
      if (isRefusedBefore(facts, call) || !showsError(facts, call, position)) continue;
      report(call.at, { message: 'The text of an internal error is sent to whoever asked.', confidence: 'medium' });
    }
    checkStacks(facts, report);
  },
};

/** `w.Write(debug.Stack())`, and `runtime.Stack(buffer, true)` with the buffer sent after. */
function checkStacks(facts: ModuleFacts, report: Parameters<NonNullable<Rule['check']>>[1]): void {
  for (const call of facts.calls) {
    const name = calleeName(call);
    const isDirect = name === 'runtime/debug.Stack' || name === 'debug.Stack';
    if (!isDirect && name !== 'runtime.Stack') continue;
    const made = isDirect ? call.expression : undefined;
    const buffer = isDirect ? undefined : lastName(call.expression.arguments[0]?.value);
    const sent = facts.calls.find((other) => {
      const position = SENDERS[calleeName(other)];
      if (position === undefined || other.within !== call.within || !isReply(other, position)) return false;
      for (const node of walk([other.expression], { intoFunctions: false })) {
        if (node === made || (node.kind === 'name' && (node.name === buffer || definitionOf(facts, node) === made)))
          return true;
      }
      return false;
    });
    if (sent !== undefined)
      report(sent.at, { message: 'The stack of the program is sent to whoever asked.', confidence: 'high' });
  }
}

/** Writers are many; only the one of a reply counts. */
function isReply(call: CallFact, position: number): boolean {
  const name = calleeName(call);
  // What a handler encodes goes to the one who asked; others write files.
  if (name.endsWith('.Encode')) return isToReply(call);
  if (!name.startsWith('fmt.') && !name.startsWith('io.')) return true;
  return position === 1 && /(?:^|\.)ResponseWriter$/.test(call.argument(0)?.name ?? '');
}

/** `err.Error()`, or `err` itself put into a text. */
function showsError(facts: ModuleFacts, call: CallFact, position: number): boolean {
  const given = call.expression.arguments.slice(position);
  for (const node of walk(
    given.map(({ value }) => value),
    { intoFunctions: false },
  )) {
    if (node.kind !== 'name' || !/^err$|^err[A-Z]|^\w+Err$/.test(node.name)) continue;
    const made = definitionOf(facts, node);
    const name = made.kind === 'call' ? lastName(made.callee) : '';
    if (name !== '' && OF_INPUT.test(name)) continue;
    if (ofInputAround(facts, call)) continue;
    return true;
  }
  return false;
}

/** Where an error has several makers, the last one above counts. */
function ofInputAround(facts: ModuleFacts, call: CallFact): boolean {
  if (facts.assignments.length > MOST_ASSIGNMENTS) return false;
  let last: string | undefined;
  let at = -1;
  for (const { property, at: place, within, target } of facts.assignments) {
    if (within !== call.within || place.start > call.at.start || place.start < at) continue;
    if (target.kind !== 'name' || !/^err$|Err$/.test(property)) continue;
    at = place.start;
    last = facts.codeAt(place).split('=')[1];
  }
  const callee = /^\s*([\w.]+(?:\([^()]*\)\.\w+)*)\(/.exec(last ?? '')?.[1];
  return callee !== undefined && OF_INPUT.test(callee);
}

/** `json.NewEncoder(w).Encode(…)` where `w` is the parameter for the reply. */
function isToReply({ expression: { callee }, within }: CallFact): boolean {
  const made =
    callee.kind === 'member' && callee.object.kind === 'call' ? callee.object.arguments[0]?.value : undefined;
  return (
    within?.function.parameters.some(
      ({ name, annotation }) => name === lastName(made) && /(?:^|\.)ResponseWriter$/.test(writtenName(annotation)),
    ) === true
  );
}

/** A status that was written before, when the reply is encoded: `w.WriteHeader(http.StatusBadRequest)`. */
function isRefusedBefore(facts: ModuleFacts, call: CallFact): boolean {
  if (!calleeName(call).endsWith('.Encode')) return false;
  const before = facts.calls.findLast(
    (other) =>
      other.within === call.within && other.at.start < call.at.start && calleeName(other).endsWith('.WriteHeader'),
  );
  const code = numberOf(before?.argument(0));
  return (
    before !== undefined &&
    ((code !== undefined && code >= 400 && code < 500) ||
      NOT_FOUND.test(writtenName(before.expression.arguments[0]?.value)))
  );
}
