import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { CallFact, FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, Place } from '#engine/analysis/ir.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { isHarmlessRandom } from '#engine/analysis/judges/random-purpose.ts';
import { ancestorsOf, definitionOf } from '#engine/analysis/judges/surroundings.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

/** A secret that is made of what everybody can guess. */
export interface PredictableId {
  readonly at: Place;
  readonly name: string;
}

/** Positions of the target and of the first value that is printed. */
const PRINTS: Readonly<Record<string, readonly [into: number, values: number]>> = {
  sprintf: [0, 2],
  snprintf: [0, 3],
  asprintf: [0, 2],
  g_snprintf: [0, 3],
};

/** Names of what opens a session, or proves who somebody is. */
const SECRET =
  /(?:^|_)(?:(?:sess(?:ion)?|auth|login|csrf|xsrf|reset|access|refresh|api|invite|activation|confirm)_?(?:id|tok(?:en)?|key|code|cookie|ticket)|(?:auth|session|csrf)?tok(?:en)?|sessid|cookie|otp|sid)$/i;
/** For numbers that are only counted or set: a token alone may be one of a parser. */
const SECRET_NUMBER =
  /(?:^|_)(?:sess(?:ion)?|auth|login|csrf|xsrf|reset|access|refresh|api|invite|activation)_?(?:id|tok(?:en)?|key|code|cookie)$/i;
/** What makes one, by the name of the function. */
const MAKES =
  /(?:^|_)(?:new|make|gen|generate|create|issue|build|alloc)_?(?:\w+_)?(?:tok(?:en)?|session|sess(?:ion)?_?id|sid|cookie|otp|api_?key)s?(?:_?(?:id|string|str|value))?$|(?:tok(?:en)?|session_?id|sid|cookie|otp|api_?key)_(?:new|make|gen|generate|create|issue)$/i;
/** Structures of which one member is the secret. */
const HOLDERS = /(?:sess(?:ion)?|token|cookie|ticket|login)(?:_?t|_entry|_info|_data)?$/i;
const MEMBER = /^(?:id|key|value|tok(?:en)?|cookie|sid|secret)$/i;

const CLOCKS =
  /^(?:time|clock|getpid|getppid|gettimeofday|clock_gettime|getuid|gethostid|times|mktime|GetTickCount(?:64)?|GetCurrentProcessId)$/;
const CLOCK_MEMBERS = /^tv_u?n?sec$/;
const UNGUESSED = /rand|entropy|noise|secret|hash|digest|hmac|salt|seed|uuid|hex/i;

/** Tokens and numbers of sessions that are made of the time, of the number of the process or of a counter, and of nothing else. */
export function predictableIds(facts: ModuleFacts): readonly PredictableId[] {
  const found: PredictableId[] = [];
  for (const call of facts.calls) {
    const positions = Object.hasOwn(PRINTS, methodName(call)) ? PRINTS[methodName(call)] : undefined;
    const target = positions === undefined ? undefined : call.arguments[positions[0]]?.argument.value;
    if (positions === undefined || target === undefined || call.expression.callee.kind !== 'name') continue;
    const name = purposeOf(target, call.within);
    if (name === undefined) continue;
    const values = call.arguments.slice(positions[1]).map(({ argument }) => argument.value);
    if (areGuessed(facts, values, call)) found.push({ at: call.at, name });
  }
  for (const { targets, value, operator, at } of nodesOf(facts, 'assign')) {
    const [target] = targets;
    if (operator !== undefined || target === undefined || !SECRET_NUMBER.test(lastName(target))) continue;
    if (areGuessed(facts, [value]) && !isHarmlessRandom(namesAround(facts, value)))
      found.push({ at, name: lastName(target) });
  }
  return found;
}

function purposeOf(target: Expression, within: FunctionFact | undefined): string | undefined {
  const base = baseOf(target);
  const name = lastName(base);
  if (SECRET.test(name)) return name;
  const { function: around } = within ?? {};
  if (base.kind === 'member' && MEMBER.test(name) && around !== undefined) {
    const holder = base.object.kind === 'unary' ? base.object.operand : base.object;
    const type = holder.kind === 'name' ? typeNameIn(around, holder.name) : undefined;
    if (type !== undefined && HOLDERS.test(type)) return name;
  }
  return around !== undefined &&
    MAKES.test(around.name) &&
    /^(?:id|key|buf|buffer|out|dst|dest|s|str|p|token|result|ret)$/i.test(name)
    ? around.name
    : undefined;
}

function typeNameIn({ parameters, body }: FunctionFact['function'], name: string): string | undefined {
  const parameter = parameters.find((one) => one.name === name);
  if (parameter !== undefined) return parameter.type?.name;
  for (const node of bodyNodes(body)) if (node.kind === 'declare' && node.name === name) return node.type?.name;
  return undefined;
}

/** `&text`, `text + n`, `(char *)text`. */
function baseOf(expression: Expression): Expression {
  let at = expression;
  for (let count = 0; count < 6; count += 1) {
    if (at.kind === 'cast') at = at.operand;
    else if (at.kind === 'unary' && (at.operator === 'address' || at.operator === 'deref')) at = at.operand;
    else if (at.kind === 'binary') at = at.left;
    else if (at.kind === 'index') at = at.object;
    else break;
  }
  return at;
}

/** Whether one of the values is taken from a clock or a counter, and none from anything that nobody guesses. */
function areGuessed(facts: ModuleFacts, values: readonly Expression[], call?: CallFact): boolean {
  let isGuessed = false;
  for (const written of values) {
    const value = definitionOf(facts, written.kind === 'cast' ? written.operand : written);
    for (const node of walk([value])) {
      if (node.kind === 'call') {
        if (node.callee.kind !== 'name' || !CLOCKS.test(node.callee.name)) return false;
        isGuessed = true;
      } else if (node.kind === 'unary' && node.operator === 'increment' && isCounter(node.operand)) isGuessed = true;
      else if (node.kind === 'member' && CLOCK_MEMBERS.test(node.property)) isGuessed = true;
      else if ((node.kind === 'name' || node.kind === 'member') && UNGUESSED.test(lastName(node))) return false;
      else if (node.kind === 'index' || (node.kind === 'unary' && node.operator === 'deref' && !isMemberBase(node)))
        return false;
      else if (node.kind === 'name' && call !== undefined && node !== value && isCalled(facts, node)) return false;
    }
  }
  return isGuessed;
}

/** Names stand for numbers whose origin is one assignment away; what several calls made may be anything. */
function isCalled(facts: ModuleFacts, name: Extract<Expression, { kind: 'name' }>): boolean {
  const made = definitionOf(facts, name);
  return made.kind === 'call' && (made.callee.kind !== 'name' || !CLOCKS.test(made.callee.name));
}

function isCounter(operand: Expression): boolean {
  return operand.kind === 'name' || operand.kind === 'member';
}

/** `p->id` follows `p`, and no bytes. */
function isMemberBase({ operand }: Extract<Expression, { kind: 'unary' }>): boolean {
  return operand.kind === 'name' || operand.kind === 'member';
}

function namesAround(facts: ModuleFacts, value: Expression): readonly string[] {
  const names: string[] = [];
  for (const node of ancestorsOf(facts, value)) if (node.kind === 'function') names.push(node.function.name);
  return names;
}
