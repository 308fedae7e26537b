import type { CallFact, FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrFunction } from '#engine/analysis/ir.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { mentions } from '#engine/analysis/judges/names-within.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { ancestorsOf, definitionOf } from '#engine/analysis/judges/surroundings.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

const REGISTERS =
  /^(?:GET|POST|PUT|DELETE|PATCH|Any|Get|Post|Put|Delete|Patch|Handle|HandleFunc|All|Add|Method|MethodFunc)$/;
/** Middleware that asks who somebody is. */
const ASKS =
  /auth(?!or)|log(?:ged)?_?in$|require|jwt|signed_?in|protect|guard|verify|ensure|check_?(?:user|token|session)|admin_?only|only_?admin|session_?(?:check|required)|token_?(?:check|required)|permission|with_?user/i;
/** Parts of a site that are for few. */
const GUARDED =
  /admin|internal|manage|\busers?\b|accounts?\b|delete|reset|settings|export|backup|orders?\b|invoices?\b|purge|config/i;
const FOR_ALL =
  /log_?in|log_?out|sign|register|public|health|ready|metrics|webhook|callback|static|forgot|reset-?password|password-?reset|oauth|token|refresh|verify|status|ping/i;

interface Registered {
  readonly call: CallFact;
  readonly pattern: string;
  readonly isGuarded: boolean;
}

/** Routes to guarded parts of a site that nothing stands before, where the same file has put a guard before others. */
export function openRoutes(facts: ModuleFacts): readonly Registered[] {
  const guards = guardsIn(facts);
  const routes = facts.calls.flatMap((call): Registered[] => {
    const pattern = textOf(call.argument(0));
    const { callee } = call.expression;
    if (pattern === undefined || callee.kind !== 'member' || call.arguments.length < 2) return [];
    if (!REGISTERS.test(methodName(call)) || !/^(?:[A-Z]+ )?\//.test(pattern)) return [];
    const isGuarded =
      call.expression.arguments.some(({ value }) => isAsking(value)) ||
      isBehindGuard({ facts, guards, call }, callee.object, 0);
    return [{ call, pattern, isGuarded }];
  });
  if (routes.length > MOST_ROUTES || !routes.some(({ isGuarded }) => isGuarded)) return [];
  return routes.filter(
    ({ call, pattern, isGuarded }) =>
      !isGuarded && GUARDED.test(pattern) && !FOR_ALL.test(pattern) && !asksItself(facts, call),
  );
}

const MOST_ROUTES = 1000;
const DEEPEST = 6;

/** Whether an expression calls or names something that asks who somebody is. */
function isAsking(value: Expression): boolean {
  for (const node of walk([value], { intoFunctions: false })) {
    if (node.kind === 'name' && ASKS.test(node.name)) return true;
    if (node.kind === 'member' && ASKS.test(node.property)) return true;
  }
  return false;
}

/** `router.Use(authenticate)`: which router, and in which function. */
interface Guard {
  readonly router: string;
  readonly around: IrFunction | undefined;
}

function guardsIn(facts: ModuleFacts): readonly Guard[] {
  return nodesOf(facts, 'call').flatMap((node): readonly Guard[] => {
    const { callee } = node;
    if (callee.kind !== 'member' || callee.property !== 'Use' || !node.arguments.some(({ value }) => isAsking(value)))
      return [];
    return [{ router: lastName(callee.object), around: functionAround(facts, node) }];
  });
}

interface Search {
  readonly facts: ModuleFacts;
  readonly guards: readonly Guard[];
  readonly call: CallFact;
}

/** Whether a router has a guard: one that it was made with, that it uses, or that the router has that it was made of. */
function isBehindGuard(search: Search, router: Expression, depth: number): boolean {
  if (depth > DEEPEST || isAsking(router)) return true;
  if (router.kind === 'call')
    return router.callee.kind === 'member' && isBehindGuard(search, router.callee.object, depth + 1);
  const { facts, guards } = search;
  const name = lastName(router);
  const around = functionAround(facts, router);
  if (guards.some((guard) => guard.router === name && (guard.around === around || router.kind === 'member')))
    return true;
  if (router.kind !== 'name') return false;
  if (around?.parameters.some((one) => one.name === name) === true) return isGroupGuarded(search, around, depth);
  const made = definitionOf(facts, router);
  return made !== router && made.kind === 'call' && (isAsking(made) || isBehindGuard(search, made, depth + 1));
}

/**
 * `r.Route("/admin", func(r chi.Router) { … })` below a router that has a guard; of a router that is handed over nothing is
 * known.
 */
function isGroupGuarded(search: Search, around: IrFunction, depth: number): boolean {
  let isInside = false;
  for (const node of ancestorsOf(search.facts, search.call.expression)) {
    if (isInside) {
      if (node.kind !== 'call' || node.callee.kind !== 'member') return true;
      return isAsking(node.callee.object) || isBehindGuard(search, node.callee.object, depth + 1);
    }
    isInside = node.kind === 'function' && node.function === around;
  }
  return true;
}

function functionAround(facts: ModuleFacts, node: Expression): IrFunction | undefined {
  for (const around of ancestorsOf(facts, node)) if (around.kind === 'function') return around.function;
  return undefined;
}

/** A handler of the file that asks by itself. */
function asksItself(facts: ModuleFacts, { arguments: given, expression }: CallFact): boolean {
  for (const [index, { value }] of given.entries()) {
    const written = expression.arguments[index]?.value;
    const name = written?.kind === 'call' ? lastName(written.arguments[0]?.value) : lastName(written);
    const handler: FunctionFact | undefined = facts.functions.find(
      (one) => one.function === value.function?.function || (name !== '' && one.function.name === name),
    );
    if (handler !== undefined && mentions(facts, handler, ASKING_INSIDE)) return true;
  }
  return false;
}

const ASKING_INSIDE =
  /auth|session|token|user_?(?:id|from)|current_?user|role|permission|admin$|forbidden|claims|cookie/i;
