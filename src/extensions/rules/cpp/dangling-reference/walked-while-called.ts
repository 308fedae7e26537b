import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrFunction, Place } from '#engine/analysis/ir.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { OwnCalls } from './own-calls.ts';

/** A loop over a container whose items are called, and change it when they are. */
export interface WalkedWhileCalled {
  readonly container: string;
  readonly method: string;
  readonly changer: string;
  readonly at: Place;
}

/** `for (auto *s : sessions_) s->send(text);` where a `send` of the file calls what erases from `sessions_`. */
export function walkedWhileCalled(
  facts: ModuleFacts,
  { body, name }: IrFunction,
  own: OwnCalls,
  callers: ReadonlyMap<string, readonly IrFunction[]>,
): readonly WalkedWhileCalled[] {
  const found: WalkedWhileCalled[] = [];
  for (const node of bodyNodes(body, { intoFunctions: false })) {
    if (node.kind !== 'for-each') continue;
    const container = placePath(node.iterable);
    const items = new Set<string>();
    for (const inner of walk([node.target])) if (inner.kind === 'name') items.add(inner.name);
    if (container === undefined || items.size === 0) continue;
    const changers = new Set<string>();
    for (const [changer, paths] of own.changes)
      if (changer !== name && [...paths].some((path) => path.replace('*this.', '') === container.replace('*this.', '')))
        changers.add(changer);
    if (changers.size === 0) continue;
    for (const call of walk(node.body)) {
      if (call.kind !== 'call' || !isOnItem(call.callee, items)) continue;
      const method = lastName(call.callee);
      const isItem = call.callee.kind === 'name' || items.has(method);
      const changer = isItem ? lambdaThatCalls(facts, changers) : firstCalled(callers.get(method) ?? [], changers);
      if (changer === undefined) continue;
      found.push({ container, method, changer, at: call.at });
      break;
    }
  }
  return found;
}

/** `item->method`, `item.second->method`, and `item` itself, which is a function. */
function isOnItem(callee: Expression, items: ReadonlySet<string>): boolean {
  if (callee.kind === 'name') return items.has(callee.name);
  if (callee.kind !== 'member') return false;
  let at: Expression = callee.object;
  for (let link = 0; link < MOST_LINKS; link += 1) {
    if (at.kind === 'name') return items.has(at.name);
    if (at.kind === 'member') at = at.object;
    else if (at.kind === 'unary') at = at.operand;
    else return false;
  }
  return false;
}

const MOST_LINKS = 4;

function firstCalled(functions: readonly IrFunction[], changers: ReadonlySet<string>): string | undefined {
  for (const { body } of functions)
    for (const node of bodyNodes(body))
      if (node.kind === 'call' && node.callee.kind === 'member' && changers.has(node.callee.property))
        return node.callee.property;
  return undefined;
}

/** A lambda of the file, given to whatever keeps the functions, that calls back. */
function lambdaThatCalls(facts: ModuleFacts, changers: ReadonlySet<string>): string | undefined {
  return firstCalled(
    facts.functions.map(({ function: one }) => one).filter(({ name }) => name === ''),
    changers,
  );
}
