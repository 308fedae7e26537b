import { childByField, endOf, startOf } from '#engine/syntax/tree.ts';
import { BRACED, declarationsOf } from './braces.ts';
import { nodesOf } from './nodes.ts';
import { insertion } from './rewrite.ts';
import type { Transformation } from './transformation.ts';

/** Brackets around what variables are given. */
export const bracketValues: Transformation = {
  name: 'puts values of variables in brackets',
  grammars: BRACED,
  leaves: 'Several at once, arrays and constants.',
  changes: ({ tree, grammar }) => {
    const set = nodesOf(tree, 'assignment_expression').flatMap((node) => childByField(tree, node, 'right') ?? []);
    const values = [...declarationsOf(tree).map(({ value }) => value), ...(grammar === 'go' ? [] : set)];
    return values.flatMap((value) => [insertion(startOf(tree, value), '('), insertion(endOf(tree, value), ')')]);
  },
};
