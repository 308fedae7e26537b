import { endOf, startOf, typeOf } from '#engine/syntax/tree.ts';
import { CALLS, argumentValues } from './arguments.ts';
import { isWithin, nodesOf } from './nodes.ts';
import { insertion } from './rewrite.ts';
import type { Transformation } from './transformation.ts';

const NEEDS_NONE: ReadonlySet<string> = new Set([
  'list_splat',
  'dictionary_splat',
  'spread_element',
  'generator_expression',
  'keyword_argument',
  'named_expression',
  'parenthesized_expression',
  'ERROR',
]);

/** Brackets around what calls are given. */
export const parenthesise: Transformation = {
  name: 'puts arguments in brackets',
  grammars: ['python', 'javascript'],
  leaves: 'Spread arguments, generators, and calls inside format strings.',
  changes: ({ tree }) =>
    nodesOf(tree, ...CALLS)
      .filter((call) => !isWithin(tree, call, 'interpolation'))
      .flatMap((call) => argumentValues(tree, call))
      .filter((value) => !NEEDS_NONE.has(typeOf(tree, value)))
      .flatMap((value) => [insertion(startOf(tree, value), '('), insertion(endOf(tree, value), ')')]),
};
