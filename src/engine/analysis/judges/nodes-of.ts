import type { ModuleFacts } from '../facts.ts';
import type { IrModule } from '../ir.ts';
import { type IrNode, putBelow } from './walk.ts';

/** Nodes of one kind. */
export type NodeOf<Kind extends IrNode['kind']> = Extract<IrNode, { readonly kind: Kind }>;

const known = new WeakMap<IrModule, ReadonlyMap<string, readonly IrNode[]>>();

/** Every node of one kind in a file, in source order. The file is walked once for all the rules that ask. */
export function nodesOf<Kind extends IrNode['kind']>({ module }: ModuleFacts, kind: Kind): readonly NodeOf<Kind>[] {
  const nodes = indexOf(module).get(kind) ?? [];
  return areOf(nodes, kind) ? nodes : [];
}

/** The index keeps nodes of one kind in one list. */
function areOf<Kind extends IrNode['kind']>(nodes: readonly IrNode[], kind: Kind): nodes is readonly NodeOf<Kind>[] {
  return nodes[0]?.kind === kind;
}

function indexOf(module: IrModule): ReadonlyMap<string, readonly IrNode[]> {
  const found = known.get(module);
  if (found !== undefined) return found;
  const index = new Map<string, IrNode[]>();
  const stack: IrNode[] = module.body.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const same = index.get(node.kind);
    if (same === undefined) index.set(node.kind, [node]);
    else same.push(node);
    putBelow(stack, node);
  }
  known.set(module, index);
  return index;
}
