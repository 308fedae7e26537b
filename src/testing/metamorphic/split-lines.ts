import { endOf, startOf, typeOf } from '#engine/syntax/tree.ts';
import { CALLS, argumentListOf } from './arguments.ts';
import { childrenOf, holds, isWithin, nodesOf } from './nodes.ts';
import { insertion } from './rewrite.ts';
import type { Transformation } from './transformation.ts';

/** Every argument on a line of its own. */
export const splitLines: Transformation = {
  name: 'puts every argument on a line of its own',
  grammars: ['python', 'javascript'],
  leaves: 'Calls inside format strings and templates, and lists of arguments that hold comments.',
  changes: ({ tree }) =>
    nodesOf(tree, ...CALLS).flatMap((call) => {
      const list = argumentListOf(tree, call);
      if (list === undefined || isWithin(tree, call, 'interpolation', 'template_substitution')) return [];
      if (holds(tree, list, 'comment')) return [];
      return childrenOf(tree, list)
        .filter((child) => ['(', ','].includes(typeOf(tree, child)) && endOf(tree, list) - startOf(tree, list) > 2)
        .map((child) => insertion(endOf(tree, child), '\n        '));
    }),
};
