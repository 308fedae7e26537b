import type { Statement } from '#engine/analysis/ir.ts';
import { Kind } from './grammar-kinds.ts';
import { after, kindOf, type Lowering, lowerStatement } from './lowering.ts';
import { columnOf, recover } from './recover.ts';

/** The statements of a block. */
export function lowerSuite(lowering: Lowering, block: number, out: Statement[]): void {
  lowerStatements(lowering, block + 1, after(lowering, block), out);
}

/**
 * The statements among the siblings from `first` on.
 *
 * What follows a function without a body is taken for its body up to the next definition: a fragment that lost its
 * indentation reads like that.
 */
export function lowerStatements(lowering: Lowering, first: number, end: number, out: Statement[]): void {
  let target = out;
  let column = -1;
  for (let child = first; child < end; child = after(lowering, child)) {
    const kind = kindOf(lowering, child);
    const isDefinition = kind >= Kind.functionDefinition && kind <= Kind.decoratedDefinition;
    if (target !== out && (isDefinition || columnOf(lowering, child) <= column)) target = out;
    if (kind === Kind.error) recover(lowering, child, target);
    else lowerStatement(lowering, child, target);
    if (lowering.openBody === undefined) continue;
    target = lowering.openBody;
    column = lowering.openColumn;
    lowering.openBody = undefined;
  }
}
