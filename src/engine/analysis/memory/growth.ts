import type { Expression, Statement } from '../ir.ts';
import { childrenOf, type IrNode } from '../judges/walk.ts';

/** Nodes of one round of a loop that are counted. */
const MOST_NODES = 4000;

/**
 * By how much a variable grows in one round at most: along the way with the most increments, as an encoder's that writes
 * `&amp;` for one character. `undefined` when it is also set in other ways, or in loops inside.
 */
export function growthOf(body: readonly IrNode[], name: string): number | undefined {
  const counter = { left: MOST_NODES };
  return total(body, name, counter);
}

interface Counter {
  left: number;
}

function total(nodes: readonly IrNode[], name: string, counter: Counter): number | undefined {
  let sum = 0;
  for (const node of nodes) {
    const one = growth(node, name, counter);
    if (one === undefined) return undefined;
    sum += one;
  }
  return sum;
}

function growth(node: IrNode, name: string, counter: Counter): number | undefined {
  counter.left -= 1;
  if (counter.left < 0) return undefined;
  switch (node.kind) {
    case 'if':
      return larger(node.test, [node.then, node.otherwise], name, counter);
    case 'switch':
      return larger(
        node.subject,
        node.cases.map(({ body }) => body),
        name,
        counter,
      );
    case 'loop':
    case 'for-each':
      return total(childrenOf(node), name, counter) === 0 ? 0 : undefined;
    case 'unary':
      if (node.operator === 'increment' && isName(node.operand, name)) return 1;
      if (node.operator === 'decrement' && isName(node.operand, name)) return undefined;
      break;
    case 'assign':
      if (node.targets.some((target) => isName(target, name))) return added(node.operator, node.value);
      break;
    case 'assignment':
      if (isName(node.target, name)) return added(node.operator, node.value);
      break;
    default:
  }
  return total(childrenOf(node), name, counter);
}

function larger(
  test: Expression,
  ways: readonly (readonly Statement[])[],
  name: string,
  counter: Counter,
): number | undefined {
  const before = growth(test, name, counter);
  let most = 0;
  for (const way of ways) {
    const one = total(way, name, counter);
    if (one === undefined) return undefined;
    most = Math.max(most, one);
  }
  return before === undefined ? undefined : before + most;
}

function isName(expression: Expression, name: string): boolean {
  return expression.kind === 'name' && expression.name === name;
}

function added(operator: string | undefined, value: Expression): number | undefined {
  return operator === '+' && value.kind === 'literal' && typeof value.value === 'number' && value.value > 0
    ? value.value
    : undefined;
}
