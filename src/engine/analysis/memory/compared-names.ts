import { bodyNodes } from '../judges/body-nodes.ts';
import type { Expression, IrFunction } from '../ir.ts';
import { walk } from '../judges/walk.ts';
import { placeName } from './place-name.ts';

const ORDERS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);

const known = new WeakMap<IrFunction, ComparedNames>();

/** Names of variables and members that a function compares. */
export interface ComparedNames {
  /**
   * With a limit, or that it hands to something whose name says that it checks. Tests of loops do not count: they say how far
   * something is counted, and not that it is too large.
   */
  readonly limited: ReadonlySet<string>;
  /** In any way. */
  readonly all: ReadonlySet<string>;
}

/** Looked for once per function. */
export function comparedNames(one: IrFunction, checks: RegExp): ComparedNames {
  const before = known.get(one);
  if (before !== undefined) return before;
  const names = new Set<string>();
  const all = new Set<string>();
  const inLoops = new Set<Expression>();
  for (const node of bodyNodes(one.body)) {
    if (node.kind === 'compare') for (const side of [node.left, node.right]) note(all, comparedIn(side));
    if (node.kind === 'loop' && node.test !== undefined) inLoops.add(node.test);
    else if (node.kind === 'compare' && ORDERS.has(node.operator) && !inLoops.has(node)) {
      if (!isZero(node.left) && !isZero(node.right)) note(names, [node.left, node.right]);
    } else if (node.kind === 'call' && checks.test(placeName(node.callee) ?? ''))
      note(
        names,
        node.arguments.map(({ value }) => value),
      );
  }
  const found = { limited: names, all };
  known.set(one, found);
  return found;
}

/** `text[i] != ':'` compares a character, and says nothing of how far `i` is. */
function comparedIn(side: Expression): readonly Expression[] {
  const inner = side.kind === 'cast' ? side.operand : side;
  return inner.kind === 'index' ? [inner.object] : [side];
}

function note(names: Set<string>, roots: readonly Expression[]): void {
  for (const node of walk(roots)) {
    if (node.kind === 'name') names.add(node.name);
    else if (node.kind === 'member') names.add(node.property);
  }
}

function isZero(expression: Expression): boolean {
  return expression.kind === 'literal' && expression.value === 0;
}
