import type { CallFact } from '../facts.ts';
import type { IrFunction } from '../ir.ts';
import { childrenOf, type IrNode } from './walk.ts';

interface Names {
  readonly declared: ReadonlySet<string>;
  readonly read: ReadonlySet<string>;
  /** Variables that are set to what a call gives, by the call. */
  readonly kept: ReadonlyMap<IrNode, string>;
}

const known = new WeakMap<IrFunction, Names>();

/** Whether nobody looks at what a call gives: it is thrown away, or kept in a variable that the function never reads. */
export function isResultIgnored({ isResultUnused, within, expression }: CallFact): boolean {
  if (isResultUnused) return true;
  if (within === undefined) return false;
  const { declared, read, kept } = namesOf(within.function);
  const name = kept.get(expression);
  return name !== undefined && declared.has(name) && !read.has(name);
}

function onlyTarget({ targets, operator }: Extract<IrNode, { kind: 'assign' }>): string | undefined {
  const [target] = targets;
  return operator === undefined && targets.length === 1 && target?.kind === 'name' ? target.name : undefined;
}

function namesOf(one: IrFunction): Names {
  const before = known.get(one);
  if (before !== undefined) return before;
  const declared = new Set<string>();
  const read = new Set<string>();
  const kept = new Map<IrNode, string>();
  const waiting: IrNode[] = [...one.body];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === 'declare') {
      if (node.isStatic !== true) declared.add(node.name);
      if (node.value !== undefined) kept.set(node.value, node.name);
    }
    if (node.kind === 'name') read.add(node.name);
    const target = node.kind === 'assign' ? onlyTarget(node) : undefined;
    if (node.kind === 'assign' && target !== undefined) {
      kept.set(node.value, target);
      waiting.push(node.value);
    } else for (const child of childrenOf(node)) waiting.push(child);
  }
  const found = { declared, read, kept };
  known.set(one, found);
  return found;
}
