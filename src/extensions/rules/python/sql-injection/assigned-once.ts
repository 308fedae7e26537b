import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, Statement } from '#engine/analysis/ir.ts';
import { type IrNode, walk } from '#engine/analysis/judges/walk.ts';

/**
 * What the variable `name` is assigned, when that is done once, shortly before the call in the same block, and the
 * variable is used for nothing else: then text and call can be changed together.
 */
export function assignedOnce(facts: ModuleFacts, call: CallFact, name: string): Expression | undefined {
  const body = call.within?.function.body ?? facts.module.body;
  const nodes = [...walk(body, { intoFunctions: false })];
  const uses = nodes.filter((node) => node.kind === 'name' && node.name === name);
  // One as the target, one as the argument.
  if (uses.length !== 2) return undefined;
  for (const block of blocksOf(body, nodes)) {
    const start = block.findIndex((statement) => assigns(statement, name));
    const end = block.findIndex((statement) => contains(statement, call.expression));
    const statement = block[start];
    if (statement?.kind !== 'assign' || end <= start) continue;
    const between = block.slice(start + 1, end + 1);
    return rootsOf(statement.value).some((root) => isChanged(between, root)) ? undefined : statement.value;
  }
  return undefined;
}

function blocksOf(body: readonly Statement[], nodes: readonly IrNode[]): readonly (readonly Statement[])[] {
  return [body, ...nodes.flatMap(innerBlocks)];
}

function innerBlocks(node: IrNode): readonly (readonly Statement[])[] {
  switch (node.kind) {
    case 'if':
      return [node.then, node.otherwise];
    case 'try':
      return [node.body, node.otherwise, node.finally, ...node.handlers.map(({ body }) => body)];
    case 'loop':
    case 'for-each':
    case 'with':
    case 'block':
      return [node.body];
    default:
      return [];
  }
}

function assigns(statement: Statement, name: string): boolean {
  if (statement.kind !== 'assign' || statement.operator !== undefined) return false;
  const [target, another] = statement.targets;
  return another === undefined && target?.kind === 'name' && target.name === name;
}

function contains({ at }: Statement, { at: inner }: Expression): boolean {
  return at.start <= inner.start && inner.end <= at.end;
}

/** Variables that an expression reads. */
function rootsOf(expression: Expression): readonly string[] {
  return [...walk([expression])].flatMap((node) => (node.kind === 'name' ? [node.name] : []));
}

/** Whether something other than a call may have given the variable another value. */
function isChanged(statements: readonly Statement[], name: string): boolean {
  return [...walk(statements)].some((node) => {
    switch (node.kind) {
      case 'assign':
        return node.targets.some((target) => rootsOf(target).includes(name));
      case 'for-each':
        return rootsOf(node.target).includes(name);
      case 'assignment':
        return rootsOf(node.target).includes(name);
      case 'with':
        return node.resources.some(({ target }) => target !== undefined && rootsOf(target).includes(name));
      case 'delete':
        return true;
      default:
        return false;
    }
  });
}
