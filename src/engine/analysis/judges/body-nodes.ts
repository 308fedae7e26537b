import type { Statement } from '../ir.ts';
import { countWork } from '../rule-work.ts';
import { type IrNode, walk, type WalkOptions } from './walk.ts';

type Lists = WeakMap<readonly Statement[], readonly IrNode[]>;

const all: Lists = new WeakMap();
const own: Lists = new WeakMap();

/**
 * As `walk` of the body of a function, for which many rules ask: it is walked for the first of them. Not for statements that
 * are put together to be walked once.
 */
export function bodyNodes(
  body: readonly Statement[],
  { intoFunctions }: WalkOptions = { intoFunctions: true },
): readonly IrNode[] {
  const nodes = intoFunctions ? allOf(body) : ownOf(body);
  countWork(nodes.length);
  return nodes;
}

function allOf(body: readonly Statement[]): readonly IrNode[] {
  const nodes = all.get(body) ?? [...walk(body)];
  all.set(body, nodes);
  return nodes;
}

function ownOf(body: readonly Statement[]): readonly IrNode[] {
  const known = own.get(body);
  if (known !== undefined) return known;
  const nodes = allOf(body);
  const isWhole = nodes.every(({ kind }) => kind !== 'function' && kind !== 'class');
  const found = isWhole ? nodes : [...walk(body, { intoFunctions: false })];
  own.set(body, found);
  return found;
}
