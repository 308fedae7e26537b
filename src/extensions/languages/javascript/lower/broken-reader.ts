import type { Statement } from '#engine/analysis/ir.ts';
import type { Lowering } from './lowering.ts';
import { KIND } from './node-kind.ts';

/** Pieces of broken code in source order, and how far they have been read. */
export interface Reader {
  readonly context: Lowering;
  readonly nodes: readonly number[];
  at: number;
  /** Reads statements up to the closing brace. */
  readonly readBody: (reader: Reader) => Statement[];
}

/** Nodes as they follow each other, with what stands in errors in the place of these. */
export function nodesInOrder(context: Lowering, nodes: readonly number[]): number[] {
  const found: number[] = [];
  const waiting = [...nodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const kind = context.kind(node);
    if (kind === KIND.comment) continue;
    if (kind !== KIND.error) {
      found.push(node);
      continue;
    }
    const children: number[] = [];
    const end = context.next(node);
    for (let at = node + 1; at < end; at = context.next(at)) children.push(at);
    for (const child of children.reverse()) waiting.push(child);
  }
  return found;
}
