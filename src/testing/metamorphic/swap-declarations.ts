import { nextOf, type SyntaxTree } from '#engine/syntax/tree.ts';
import { BRACED, type Declaration, declarationsOf } from './braces.ts';
import { holds, nodesOf, placeOf, sourceOf } from './nodes.ts';
import type { Transformation } from './transformation.ts';

/** Neighbouring declarations that have nothing to do with each other change places. */
export const swapDeclarations: Transformation = {
  name: 'swaps neighbouring declarations',
  grammars: BRACED,
  leaves: 'Those that call anything or share a name.',
  changes: ({ tree }) => {
    const taken = new Set<number>();
    const all = declarationsOf(tree).filter(
      ({ node }) => !holds(tree, node, 'call_expression', 'method_invocation', 'object_creation_expression'),
    );
    return all.flatMap((one) => {
      const next = all.find(({ node }) => isNext(tree, one, node));
      if (next === undefined || taken.has(one.node) || !areApart(tree, one, next)) return [];
      taken.add(next.node);
      return [
        { at: placeOf(tree, one.node), newText: sourceOf(tree, next.node), from: placeOf(tree, next.node) },
        { at: placeOf(tree, next.node), newText: sourceOf(tree, one.node), from: placeOf(tree, one.node) },
      ];
    });
  },
};

function isNext(tree: SyntaxTree, { node }: Declaration, other: number): boolean {
  const between = tree.text.slice(tree.ends[node] ?? 0, tree.starts[other] ?? 0);
  return other >= nextOf(tree, node) && between.trim() === '';
}

function areApart(tree: SyntaxTree, a: Declaration, b: Declaration): boolean {
  const names = (node: number): readonly string[] =>
    nodesOf(tree, 'identifier')
      .filter((one) => one > node && one < nextOf(tree, node))
      .map((one) => sourceOf(tree, one));
  const known = new Set(names(a.node));
  return !names(b.node).some((name) => known.has(name));
}
