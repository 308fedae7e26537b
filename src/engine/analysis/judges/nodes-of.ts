import type { ModuleFacts } from '../facts.ts';
import type { IrModule } from '../ir.ts';
import { childrenOf, type IrNode } from './walk.ts';

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
    const below = childrenOf(node);
    for (let at = below.length - 1; at >= 0; at -= 1) {
      const child = below[at];
      if (child !== undefined) stack.push(child);
    }
  }
  known.set(module, index);
  return index;
}
