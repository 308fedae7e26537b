import type { Expression, Place, Statement } from '../ir.ts';
import { placePath } from './place-path.ts';
import { walk } from './walk.ts';

/** An item of a container at a place that is one behind its last. */
export interface BeyondContainer {
  readonly container: string;
  readonly at: Place;
  readonly isWrite: boolean;
}

type Loop = Extract<Statement, { kind: 'loop' }>;

const SIZES = /^(?:size|length|count|Size|Length)$/;

/** `for (i = 0; i <= items.size(); i++) use(items[i]);`, where nothing in the loop asks about `i` again. */
export function beyondContainer({ test, body }: Loop): BeyondContainer | undefined {
  if (test?.kind !== 'compare' || test.operator !== '<=' || test.left.kind !== 'name') return undefined;
  const { name } = test.left;
  const container = sizedBy(test.right);
  if (container === undefined) return undefined;
  let found: BeyondContainer | undefined;
  for (const node of walk(body)) {
    // Whoever compares the counter again, or stops somewhere, knows that the last round is another one.
    if (node.kind === 'compare' && [node.left, node.right].some((side) => isName(side, name))) return undefined;
    if (node.kind === 'break' || node.kind === 'assign') {
      if (node.kind === 'break') return undefined;
      const target = node.targets.find((one) => isItem(one, container, name));
      if (target !== undefined) found = { container: shown(container), at: target.at, isWrite: true };
    }
    if (node.kind === 'index' && isItem(node, container, name))
      found ??= { container: shown(container), at: node.at, isWrite: false };
  }
  return found;
}

/** The container whose size an expression asks for. */
export function sizedBy(expression: Expression): string | undefined {
  const inner = expression.kind === 'cast' ? expression.operand : expression;
  if (inner.kind !== 'call' || inner.arguments.length > 0 || inner.callee.kind !== 'member') return undefined;
  return SIZES.test(inner.callee.property) ? placePath(inner.callee.object) : undefined;
}

function isItem(expression: Expression, container: string, name: string): boolean {
  return expression.kind === 'index' && placePath(expression.object) === container && isName(expression.index, name);
}

function isName(expression: Expression, name: string): boolean {
  return expression.kind === 'name' && expression.name === name;
}

function shown(path: string): string {
  return path.replace(/^\*this\.|^\*/, '');
}
