import { endOf, startOf } from '#engine/syntax/tree.ts';
import { BRACED, declarationsOf } from './braces.ts';
import { sourceOf } from './nodes.ts';
import type { Transformation } from './transformation.ts';

/** `char *a = b;` becomes `char *a; a = b;`, and Go's `a := b` becomes `var a = b`. */
export const splitDeclarations: Transformation = {
  name: 'declares variables before they are set',
  grammars: BRACED,
  leaves: 'Several at once, arrays, constants, references, and those whose type is not written.',
  changes: ({ tree }) =>
    declarationsOf(tree).map(({ node, name, value, type }) => {
      const variable = sourceOf(tree, name);
      const at = { start: startOf(tree, node), end: startOf(tree, value) };
      const newText = type === '' ? `var ${variable} = ` : `${type}${variable}; ${variable} = `;
      return { at, newText, from: { start: startOf(tree, node), end: endOf(tree, node) } };
    }),
};
