import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { IrFunction, Statement, TypeName } from '#engine/analysis/ir.ts';

/** Lists of statements of a function that run one after the other, and the types of its parameters and variables. */
export function straightWays({ parameters, body }: IrFunction): {
  readonly lists: readonly (readonly Statement[])[];
  readonly types: ReadonlyMap<string, TypeName | undefined>;
} {
  const types = new Map<string, TypeName | undefined>(parameters.map(({ name, type }) => [name, type]));
  const lists: (readonly Statement[])[] = [body];
  for (const node of bodyNodes(body, { intoFunctions: false })) {
    if (node.kind === 'declare') types.set(node.name, node.type);
    else if (node.kind === 'if') lists.push(node.then, node.otherwise);
    else if (node.kind === 'loop' || node.kind === 'for-each' || node.kind === 'block') lists.push(node.body);
  }
  return { lists, types };
}
