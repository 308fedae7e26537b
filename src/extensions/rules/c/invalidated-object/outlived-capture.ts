import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrFunction, Place } from '#engine/analysis/ir.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import { locals } from './dangling-view.ts';

/** A lambda that runs when the variables it holds by reference are gone. */
export interface OutlivedCapture {
  /** As a reader would list them: `'total'`, `'total' and others`. */
  readonly names: string;
  readonly at: Place;
}

/** Calls that keep a function for later. */
const LATER =
  /^(?:post|defer|async_\w+|singleShot|setTimeout|SetTimeout|PostTask|PostDelayedTask|QueueWork|queueInLoop|runInLoop|runAfter|runEvery|expires_after)$/;
/** What tells that the function waits for what it has started. */
const WAITS =
  /^(?:join|wait|wait_for|get|run|exec|arrive_and_wait|waitForDone|waitForFinished|Wait|Join|poll|run_one)$/;

/** Lambdas with locals by reference that are returned, run by a detached thread, or kept for later. */
export function outlivedCaptures(facts: ModuleFacts, { parameters, body }: IrFunction): readonly OutlivedCapture[] {
  const mine = new Set<string>();
  for (const [name, type] of locals(body)) if (type !== undefined) mine.add(name);
  for (const { name, type } of parameters) if (type !== undefined && type.isReference !== true) mine.add(name);
  if (mine.size === 0) return [];
  const found: OutlivedCapture[] = [];
  const judge = (value: Expression | undefined): void => {
    if (value?.kind !== 'function') return;
    const held = heldByReference(facts, value, mine);
    const [first] = held;
    if (first === undefined) return;
    found.push({ names: held.length === 1 ? `'${first}'` : `'${first}' and others`, at: value.at });
  };
  const detached = new Set<string>();
  let waits = false;
  for (const node of bodyNodes(body, { intoFunctions: false })) {
    if (node.kind !== 'call' || node.callee.kind !== 'member') continue;
    if (node.callee.property === 'detach') detached.add(lastName(node.callee.object));
    if (WAITS.test(node.callee.property)) waits = true;
  }
  const lambdas = new Map<string, Expression>();
  for (const node of bodyNodes(body, { intoFunctions: false })) {
    if (node.kind === 'declare' && node.value?.kind === 'function') lambdas.set(node.name, node.value);
    else if (node.kind === 'return') judge(node.value?.kind === 'name' ? lambdas.get(node.value.name) : node.value);
    else if (node.kind === 'declare' && isThread(node.type?.name) && detached.has(node.name))
      judge(firstOf(node.value));
    else if (node.kind === 'call' && node.callee.kind === 'member' && node.callee.property === 'detach')
      judge(firstOf(node.callee.object));
    else if (node.kind === 'call' && !waits && LATER.test(lastName(node.callee)))
      for (const { value } of node.arguments) judge(value);
  }
  return found;
}

function isThread(name: string | undefined): boolean {
  return name !== undefined && /(?:^|::)j?thread$/.test(name);
}

/** The function that `std::thread(…)` is given. */
function firstOf(made: Expression | undefined): Expression | undefined {
  return made?.kind === 'call' ? made.arguments[0]?.value : undefined;
}

/** Variables of the function around that a lambda holds by reference and looks at. */
function heldByReference(
  facts: ModuleFacts,
  lambda: Extract<Expression, { kind: 'function' }>,
  mine: ReadonlySet<string>,
): readonly string[] {
  const captures = /^\[([^\]]{0,200})\]/.exec(facts.textAt(lambda.at))?.[1];
  if (captures === undefined) return [];
  const items = captures.split(',').map((item) => item.trim());
  const named = new Set(items.filter((item) => /^&\s*\w+$/.test(item)).map((item) => item.replace(/^&\s*/, '')));
  const copied = new Set(items.filter((item) => /^\w+/.test(item)).map((item) => /^\w+/.exec(item)?.[0] ?? ''));
  const takesAll = items.includes('&');
  const own = new Set<string>(lambda.function.parameters.map(({ name }) => name));
  const held = new Set<string>();
  for (const node of walk(lambda.function.body)) {
    if (node.kind === 'declare') own.add(node.name);
    if (node.kind !== 'name' || own.has(node.name) || !mine.has(node.name)) continue;
    if (named.has(node.name) || (takesAll && !copied.has(node.name))) held.add(node.name);
  }
  return [...held];
}
