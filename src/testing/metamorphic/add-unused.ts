import { startOf } from '#engine/syntax/tree.ts';
import { BRACED, bodiesOf } from './braces.ts';
import { insertion } from './rewrite.ts';
import type { Transformation } from './transformation.ts';

/** Every function begins with something that it does not need, and with a branch that is never taken. */
export const addUnused: Transformation = {
  name: 'adds what is not needed to every function',
  grammars: BRACED,
  leaves: 'Constructors and initialisers.',
  changes: ({ tree, grammar }) =>
    bodiesOf(tree).map((body) =>
      insertion(
        startOf(tree, body) + 1,
        grammar === 'go'
          ? ' unneeded := 0; if unneeded > 0 { unneeded++ };'
          : ' int unneeded = 0; if (unneeded > 0) { unneeded++; }',
      ),
    ),
};
