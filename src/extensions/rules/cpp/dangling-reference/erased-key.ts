import type { Expression, Place, Statement } from '#engine/analysis/ir.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { walk } from '#engine/analysis/judges/walk.ts';

type Loop = Extract<Statement, { kind: 'loop' }>;

/** `for (auto it = all.begin(); it != all.end(); ++it) all.erase(it->first);`, where the loop goes on. */
export function erasedByKey({
  test,
  step = [],
  body,
}: Loop): { readonly container: string; readonly at: Place } | undefined {
  if (test?.kind !== 'compare' || test.operator !== '!=' || test.left.kind !== 'name') return undefined;
  const iterator = test.left.name;
  const end = test.right;
  if (end.kind !== 'call' || end.callee.kind !== 'member' || !/^c?end$/.test(end.callee.property)) return undefined;
  const container = placePath(end.callee.object);
  const isStepped = [...walk(step.length > 0 ? step : body.slice(-1))].some(
    (node) => node.kind === 'unary' && node.operator === 'increment' && isName(node.operand, iterator),
  );
  return container === undefined || !isStepped ? undefined : erasedIn(body, container, iterator);
}

function erasedIn(
  list: readonly Statement[],
  container: string,
  iterator: string,
): { readonly container: string; readonly at: Place } | undefined {
  for (const [position, statement] of list.entries()) {
    if (list.slice(position + 1).some(({ kind }) => /^(?:break|return|raise|goto)$/.test(kind))) continue;
    if (statement.kind === 'evaluate' && isErase(statement.value, container, iterator))
      return { container: container.replace(/^\*this\.|^\*/, ''), at: statement.at };
    if (statement.kind !== 'if') continue;
    const inner = erasedIn(statement.then, container, iterator) ?? erasedIn(statement.otherwise, container, iterator);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** `all.erase(it->first)` */
function isErase(value: Expression, container: string, iterator: string): boolean {
  if (value.kind !== 'call' || value.callee.kind !== 'member' || value.callee.property !== 'erase') return false;
  const key = value.arguments[0]?.value;
  return (
    placePath(value.callee.object) === container &&
    key?.kind === 'member' &&
    key.object.kind === 'unary' &&
    isName(key.object.operand, iterator)
  );
}

function isName(expression: Expression, name: string): boolean {
  return expression.kind === 'name' && expression.name === name;
}
