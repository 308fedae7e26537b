import { bodyNodes } from '../judges/body-nodes.ts';
import type { Expression, IrFunction } from '../ir.ts';
import { walk } from '../judges/walk.ts';
import { comparedNames } from './compared-names.ts';
import { placeName } from './place-name.ts';
import { isConstant } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState, MemoryValue } from './memory-state.ts';

/**
 * `list->items[list->count++] = item;` with an array of a fixed size, in a loop or in what a whole program calls again and
 * again, where no function of the file holds the member against a limit.
 */
export function checkFilling(
  machine: MemoryMachine,
  state: MemoryState,
  pointer: MemoryValue,
  element: Extract<Expression, { kind: 'index' }>,
): void {
  const { index } = element;
  if (index.kind !== 'unary' || index.operator !== 'increment' || index.operand.kind !== 'member') return;
  const region = pointer.kind === 'pointer' ? state.region(pointer.region) : undefined;
  if (region?.size === undefined || !isConstant(region.size)) return;
  const { functions, table } = machine.program;
  if (!functions.has('main') && !inLoopsOf(machine.frame.function).has(element)) return;
  const { property } = index.operand;
  for (const one of [machine.frame.function, ...functions.values()])
    if (heldAgainst(one, table.names.checks).has(property)) return;
  machine.report(
    'write-beyond',
    element.at,
    `Every time one more of '${region.name}' is taken, and nothing looks whether there is one.`,
    'medium',
    { storage: region.storage },
  );
}

const known = new WeakMap<IrFunction, ReadonlySet<Expression>>();

/** Elements that the loops of a function take. */
function inLoopsOf(one: IrFunction): ReadonlySet<Expression> {
  const before = known.get(one);
  if (before !== undefined) return before;
  const found = new Set<Expression>();
  for (const loop of bodyNodes(one.body)) {
    if (loop.kind !== 'loop' && loop.kind !== 'for-each') continue;
    for (const node of walk(loop.body)) if (node.kind === 'index') found.add(node);
  }
  known.set(one, found);
  return found;
}

const limits = new WeakMap<IrFunction, ReadonlySet<string>>();

/** Members that a function holds against a limit; `for (i = 0; i < list->count; i++)` holds `i` against one. */
function heldAgainst(one: IrFunction, checks: RegExp): ReadonlySet<string> {
  const before = limits.get(one);
  if (before !== undefined) return before;
  const found = new Set(comparedNames(one, checks).limited);
  const counted = new Set<Expression>();
  for (const node of bodyNodes(one.body)) {
    if (node.kind === 'loop' && node.test !== undefined) counted.add(node.test);
    if (node.kind !== 'compare') continue;
    for (const [side, other] of [
      [node.left, node.right],
      [node.right, node.left],
    ] as const) {
      const isCount = other.kind === 'name' && counted.has(node);
      const isZero = other.kind === 'literal' && other.value === 0;
      const name = placeName(side);
      if (side.kind === 'member' && name !== undefined && !isCount && !isZero) found.add(name);
    }
  }
  limits.set(one, found);
  return found;
}
