import type { Expression, IrFunction, Place, Statement } from '#engine/analysis/ir.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { walk } from '#engine/analysis/judges/walk.ts';

/** Fields that are used on a way on which the object has deleted itself. */
export function usedAfterDeleteThis({ body }: IrFunction): readonly Place[] {
  const found: Place[] = [];
  const visit = (list: readonly Statement[]): boolean => {
    let isGone = false;
    for (const statement of list) {
      if (isGone) {
        const at = fieldIn(statement);
        if (at !== undefined) {
          found.push(at);
          return false;
        }
      }
      if (leaves(statement)) return false;
      if (statement.kind === 'delete' && statement.targets.some((target) => placePath(target) === 'this'))
        isGone = true;
      else if (statement.kind === 'if') isGone = (visit(statement.then) || visit(statement.otherwise)) && !isGone;
      else if (statement.kind === 'block') isGone = visit(statement.body) || isGone;
    }
    return isGone;
  };
  visit(body);
  return found;
}

function leaves({ kind }: Statement): boolean {
  return /^(?:return|raise|break|continue|goto)$/.test(kind);
}

/** `*this.items`, and `items_` of a class that another file has. */
function fieldIn(statement: Statement): Place | undefined {
  for (const node of walk([statement], { intoFunctions: false })) {
    if (node.kind !== 'member' && node.kind !== 'name') continue;
    if (isField(node)) return node.at;
  }
  return undefined;
}

function isField(node: Expression): boolean {
  if (node.kind === 'name') return /^(?:m_\w+|[a-z]\w*_)$/.test(node.name);
  return node.kind === 'member' && node.object.kind === 'unary' && placePath(node.object.operand) === 'this';
}
