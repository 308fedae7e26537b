import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrFunction, Place } from '#engine/analysis/ir.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';

/** Something in a signal handler, or in a function that it calls, that may not be done there. */
export interface UnsafeWork {
  readonly what: string;
  readonly handler: string;
  readonly at: Place;
}

const STREAMS = /^(?:std\.)?(?:cout|cerr|clog)$/;
const LOCKS = /^(?:std::)?(?:lock_guard|unique_lock|scoped_lock)$/;
const UNSAFE = /^(?:printf|fprintf|syslog|malloc|free|exit|fopen|fclose|fflush|puts)$/;
const CHANGES =
  /^(?:push_back|emplace_back|clear|erase|insert|swap|resize|lock|unlock|append|flush|Flush|stop|Stop|close|Close|shutdown)$/;
/** Calls of calls of a handler that are followed. */
const DEEPEST = 3;

/** What handlers do that are lambdas, that call functions of the file, or that use streams, locks and containers. */
export function unsafeWork(facts: ModuleFacts): readonly UnsafeWork[] {
  const counts = new Map<string, number>();
  const own = new Map<string, IrFunction>();
  for (const { function: one } of facts.functions) {
    counts.set(one.name, (counts.get(one.name) ?? 0) + 1);
    own.set(one.name, one);
  }
  const named = (name: string): IrFunction | undefined => (counts.get(name) === 1 ? own.get(name) : undefined);
  const found: UnsafeWork[] = [];
  for (const { function: handler, name } of handlersOf(facts, named)) {
    const seen = new Set<IrFunction>([handler]);
    const work = firstUnsafe(handler, named, seen, 0);
    if (work !== undefined) found.push({ ...work, handler: name });
  }
  return found;
}

function handlersOf(
  facts: ModuleFacts,
  named: (name: string) => IrFunction | undefined,
): readonly { readonly function: IrFunction; readonly name: string }[] {
  const given: (Expression | undefined)[] = [];
  for (const call of nodesOf(facts, 'call'))
    if (/^(?:signal|bsd_signal|sigset)$/.test(lastName(call.callee))) given.push(call.arguments[1]?.value);
  for (const { targets, value } of nodesOf(facts, 'assign'))
    if (targets.some((target) => /^sa_(?:handler|sigaction)$/.test(lastName(target)))) given.push(value);
  return given.flatMap((value) => {
    const inner = value?.kind === 'unary' || value?.kind === 'cast' ? value.operand : value;
    if (inner?.kind === 'function') return [{ function: inner.function, name: 'the lambda' }];
    const one = inner === undefined ? undefined : named(lastName(inner));
    return one === undefined || one.name === '' ? [] : [{ function: one, name: one.name }];
  });
}

function firstUnsafe(
  { body }: IrFunction,
  named: (name: string) => IrFunction | undefined,
  seen: Set<IrFunction>,
  depth: number,
): Omit<UnsafeWork, 'handler'> | undefined {
  for (const node of bodyNodes(body, { intoFunctions: false })) {
    if (node.kind === 'declare' && LOCKS.test(node.type?.name ?? '')) return { what: 'a lock', at: node.at };
    if (node.kind !== 'call') continue;
    const { callee } = node;
    const name = lastName(callee);
    if (callee.kind === 'member') {
      if (name === 'operator<<' && STREAMS.test(writtenName(callee.object))) return { what: 'a stream', at: node.at };
      if (CHANGES.test(name)) return { what: `'${name}'`, at: node.at };
      continue;
    }
    if (callee.kind !== 'name') continue;
    // What the handler itself calls by name of the library of C, the rule for C finds.
    if (depth > 0 && UNSAFE.test(name)) return { what: `'${name}'`, at: node.at };
    const one = depth < DEEPEST ? named(name) : undefined;
    if (one === undefined || seen.has(one)) continue;
    seen.add(one);
    const inner = firstUnsafe(one, named, seen, depth + 1);
    if (inner !== undefined) return { what: inner.what, at: node.at };
  }
  return undefined;
}
