import { childByField, endOf, namedChildren, startOf, type SyntaxTree, typeOf } from '#engine/syntax/tree.ts';
import { BRACED, isBlock } from './braces.ts';
import { nodesOf, placeOf, sourceOf } from './nodes.ts';
import { type Change, insertion } from './rewrite.ts';
import type { Transformation } from './transformation.ts';

/** `if (a) b; else c;` becomes `if (!(a)) c; else b;`. */
export const invertConditions: Transformation = {
  name: 'turns tests around',
  grammars: BRACED,
  leaves:
    'Tests that declare something, chains of tests, branches without braces, and those around other tests with an else.',
  changes: ({ tree }) => nodesOf(tree, 'if_statement').flatMap((node) => inverted(tree, node)),
};

function inverted(tree: SyntaxTree, node: number): readonly Change[] {
  const condition = testOf(tree, node);
  const then = childByField(tree, node, 'consequence');
  if (condition === undefined || then === undefined || !isBlock(tree, then)) return [];
  const test = [insertion(startOf(tree, condition), '!('), insertion(endOf(tree, condition), ')')];
  const alternative = childByField(tree, node, 'alternative');
  if (alternative === undefined) return [...test, insertion(startOf(tree, then), '{ } else ')];
  const otherwise = typeOf(tree, alternative) === 'else_clause' ? namedChildren(tree, alternative)[0] : alternative;
  const isPlain = otherwise !== undefined && isBlock(tree, otherwise);
  const isInner = nodesOf(tree, 'if_statement').every((other) => other <= node || other >= (tree.next[node] ?? 0));
  if (!isPlain || !isInner) return [];
  return [
    ...test,
    { at: placeOf(tree, then), newText: sourceOf(tree, otherwise), from: placeOf(tree, otherwise) },
    { at: placeOf(tree, otherwise), newText: sourceOf(tree, then), from: placeOf(tree, then) },
  ];
}

/** The test without the brackets that the statement has. */
function testOf(tree: SyntaxTree, node: number): number | undefined {
  const condition = childByField(tree, node, 'condition');
  if (condition === undefined) return undefined;
  if (!/^(?:parenthesized_expression|condition_clause)$/.test(typeOf(tree, condition))) return condition;
  const [only, ...more] = namedChildren(tree, condition);
  return only === undefined || more.length > 0 || /declaration/.test(typeOf(tree, only)) ? undefined : only;
}
