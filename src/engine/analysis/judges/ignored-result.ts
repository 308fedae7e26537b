import type { CallFact, ModuleFacts } from '../facts.ts';
import type { IrFunction } from '../ir.ts';
import { parentOf } from './surroundings.ts';
import { childrenOf, type IrNode } from './walk.ts';

interface Names {
  readonly declared: ReadonlySet<string>;
  readonly read: ReadonlySet<string>;
}

const known = new WeakMap<IrFunction, Names>();

/** Whether nobody looks at what a call gives: it is thrown away, or kept in a variable that the function never reads. */
export function isResultIgnored(facts: ModuleFacts, call: CallFact): boolean {
  if (call.isResultUnused) return true;
  const parent = parentOf(facts, call.expression);
  if (call.within === undefined || parent === undefined) return false;
  const name = parent.kind === 'declare' ? parent.name : parent.kind === 'assign' ? onlyTarget(parent) : undefined;
  if (name === undefined) return false;
  const { declared, read } = namesOf(call.within.function);
  return declared.has(name) && !read.has(name);
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
  const waiting: IrNode[] = [...one.body];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === 'declare' && node.isStatic !== true) declared.add(node.name);
    if (node.kind === 'name') read.add(node.name);
    if (node.kind === 'assign' && onlyTarget(node) !== undefined) waiting.push(node.value);
    else for (const child of childrenOf(node)) waiting.push(child);
  }
  const found = { declared, read };
  known.set(one, found);
  return found;
}
