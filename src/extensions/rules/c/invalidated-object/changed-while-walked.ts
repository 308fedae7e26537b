import type { CallExpression, Expression, Place, Statement } from '#engine/analysis/ir.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { walk } from '#engine/analysis/judges/walk.ts';

/** A call that changes the container which a loop goes over. */
export interface Change {
  readonly container: string;
  readonly method: string;
  readonly at: Place;
}

type Loop = Extract<Statement, { kind: 'loop' | 'for-each' }>;

/** Methods behind which no iterator is worth anything, whatever the container is, or may be. */
const CHANGES = /^(?:erase|clear|insert|push_back|emplace_back|emplace|resize|reserve|pop_back|shrink_to_fit|assign)$/;

/** `for (x : all) all.push_back(y);`, `for (auto it = all.begin(); …; ++it) all.erase(it);` */
export function changedWhileWalked(loop: Loop): Change | undefined {
  if (loop.kind === 'for-each') {
    const walked = placePath(loop.iterable);
    return walked === undefined ? undefined : changeIn(loop.body, walked, () => true);
  }
  const iterator = steppedIn(loop);
  const container = iterator === undefined ? undefined : endsAt(loop.test, iterator);
  if (iterator === undefined || container === undefined) return undefined;
  // Erasing gives the next one; only what it gave is thrown away counts.
  return changeIn(loop.body, container, (call) => call.arguments.some(({ value }) => isName(value, iterator)));
}

/** The variable that each round moves on. */
function steppedIn({ step = [], body }: Extract<Loop, { kind: 'loop' }>): string | undefined {
  for (const node of walk([...step, ...body.slice(-1)]))
    if (node.kind === 'unary' && node.operator === 'increment' && node.operand.kind === 'name')
      return node.operand.name;
  return undefined;
}

/** `it != all.end()` */
function endsAt(test: Expression | undefined, iterator: string): string | undefined {
  if (test?.kind !== 'compare' || test.operator !== '!=' || !isName(test.left, iterator)) return undefined;
  const { right } = test;
  if (right.kind !== 'call' || right.callee.kind !== 'member' || !/^c?r?end$/.test(right.callee.property))
    return undefined;
  return placePath(right.callee.object);
}

/** A statement of the loop that changes the container, behind which the loop is not left. */
function changeIn(
  body: readonly Statement[],
  container: string,
  isMeant: (call: CallExpression) => boolean,
): Change | undefined {
  for (const [position, statement] of body.entries()) {
    if (statement.kind === 'evaluate') {
      const call = statement.value;
      if (call.kind !== 'call' || call.callee.kind !== 'member') continue;
      if (placePath(call.callee.object) !== container) continue;
      const { property } = call.callee;
      if (!CHANGES.test(property) || !isMeant(call) || body.slice(position + 1).some(leaves)) continue;
      return { container: container.replace(/^\*this\.|^\*/, ''), method: property, at: call.at };
    }
    const inner =
      statement.kind === 'if'
        ? [statement.then, statement.otherwise]
        : statement.kind === 'block'
          ? [statement.body]
          : [];
    if (body.slice(position + 1).some(leaves)) continue;
    for (const list of inner) {
      const found = changeIn(list, container, isMeant);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function leaves({ kind }: Statement): boolean {
  return kind === 'break' || kind === 'return' || kind === 'goto' || kind === 'raise';
}

function isName(expression: Expression, name: string): boolean {
  return expression.kind === 'name' && expression.name === name;
}
