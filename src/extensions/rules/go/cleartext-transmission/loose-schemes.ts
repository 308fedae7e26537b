import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrFunction, Place } from '#engine/analysis/ir.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { ancestorsOf } from '#engine/analysis/judges/surroundings.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

/** `u.Scheme != "https" && u.Scheme != "http"`: a test that lets both through. */
export function looseSchemes(
  facts: ModuleFacts,
): readonly { readonly at: Place; readonly within: IrFunction | undefined }[] {
  return nodesOf(facts, 'logical')
    .filter(({ left, right }) => {
      const schemes = [left, right].map(schemeOf);
      return schemes.includes('http') && schemes.includes('https');
    })
    .map((node) => {
      for (const around of ancestorsOf(facts, node))
        if (around.kind === 'function') return { at: node.at, within: around.function };
      return { at: node.at, within: undefined };
    });
}

function schemeOf(test: Expression): string | undefined {
  if (test.kind !== 'compare' || lastName(test.left) !== 'Scheme' || test.right.kind !== 'literal') return undefined;
  return typeof test.right.value === 'string' ? test.right.value.toLowerCase() : undefined;
}
