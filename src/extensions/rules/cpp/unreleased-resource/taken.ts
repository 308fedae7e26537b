import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { Expression, IrFunction, Place } from '#engine/analysis/ir.ts';
import type { DeclaredNames } from '#engine/analysis/judges/declared-names.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { type IrNode, walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

/** A variable that a function fills with something it has to give back. */
export interface Taken {
  readonly name: string;
  /** What gave it, as written. */
  readonly by: string;
  readonly at: Place;
  /** Places where the function gives it back. */
  readonly released: readonly number[];
  /** The variable that says whether it was given, where it comes through an address. */
  readonly status: string | undefined;
  readonly isMemory: boolean;
}

/** What functions are called that give something back. */
const RELEASES =
  /^(?:\w*(?:free|release|close|destroy|dispose|unref|unmap|finalize|finalise|recycle|give_?back|put_?back|check_?in|deinit|uninit)\w*|\w*_(?:put|delete|end|cleanup)|return(?:_?to)?_?(?:pool|object|buffer|connection|slot|item|handle)|Delete\w*|Put|delete)$/i;
const SMART = /(?:_ptr|^std::|unique|scoped|guard|holder|handle_?t?$|stream$)/i;
/** Words of scopes that give things back by themselves. */
const DEFERS = /defer|scope_?(?:exit|guard|success|fail)|finally|cleanup_?guard|make_?guard|on_?exit/i;
const GIVES =
  /open|creat|alloc|acquire|take|get|new|make|prepare|init|socket|dup|accept|claim|borrow|check_?out|load|fetch|map|begin|fork|addrinfo/i;

/** Variables that a function takes and gives back itself, somewhere. */
export function takenIn({ body }: IrFunction, declared: DeclaredNames): readonly Taken[] {
  const found = new Map<string, Omit<Taken, 'released'>>();
  const releases = new Map<string, number[]>();
  for (const node of bodyNodes(body, { intoFunctions: false })) {
    if (node.kind === 'goto' || (node.kind === 'call' && DEFERS.test(lastName(node.callee)))) return [];
    if (node.kind === 'function')
      for (const inner of walk(node.function.body)) if (inner.kind === 'name') found.delete(inner.name);
    const name = releasedBy(node);
    if (name !== undefined) {
      const places = releases.get(name);
      if (places === undefined) releases.set(name, [node.at.start]);
      else places.push(node.at.start);
    }
    for (const one of takenBy(node, declared)) if (!found.has(one.name)) found.set(one.name, one);
  }
  return [...found.values()].map((one) => ({ ...one, released: releases.get(one.name) ?? [] }));
}

/** The variable that a node gives back. */
export function releasedBy(node: IrNode): string | undefined {
  if (node.kind === 'delete') return placePath(node.targets[0]);
  if (node.kind !== 'call') return undefined;
  const name = lastName(node.callee);
  if (!RELEASES.test(name)) return undefined;
  for (const { value } of node.arguments) {
    const inner = value.kind === 'cast' ? value.operand : value;
    if (inner.kind === 'name') return inner.name;
  }
  // `conn->release()`
  if (node.callee.kind !== 'member' || node.arguments.length > 0) return undefined;
  const { object } = node.callee;
  return object.kind === 'unary' && object.operand.kind === 'name' ? object.operand.name : undefined;
}

function takenBy(node: IrNode, declared: DeclaredNames): readonly Omit<Taken, 'released'>[] {
  if (node.kind === 'declare' && node.value !== undefined) return direct(node.name, node.value, node.at, declared);
  if (node.kind === 'assign' && node.operator === undefined && node.targets[0]?.kind === 'name')
    return direct(node.targets[0].name, node.value, node.at, declared);
  return [];
}

function direct(
  name: string,
  value: Expression,
  at: Place,
  declared: DeclaredNames,
): readonly Omit<Taken, 'released'>[] {
  const local = declared.locals.get(name);
  const { type } = local ?? {};
  if (local?.kind !== 'local' || type === undefined || type.isReference === true) return [];
  const isPointer = (type.pointers ?? 0) === 1;
  const isHandle = type.pointers === undefined && /^(?:auto|int|SOCKET|HANDLE)$/.test(type.name);
  if ((!isPointer && !isHandle) || (!isPointer && SMART.test(type.name)) || /\bstatic\b/.test(local.text)) return [];
  const inner = value.kind === 'cast' ? value.operand : value;
  if (inner.kind === 'typed' && inner.form === 'allocation')
    return [{ name, by: 'new[]', at, status: undefined, isMemory: true }];
  if (inner.kind !== 'call') return [];
  if (inner.isNew === true) return isPointer ? [{ name, by: 'new', at, status: undefined, isMemory: true }] : [];
  const by = lastName(inner.callee);
  if (!GIVES.test(by)) return [];
  return [{ name, by, at, status: undefined, isMemory: false }];
}
