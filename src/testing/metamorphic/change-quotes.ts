import { isWithin, nodesOf, placeOf, sourceOf } from './nodes.ts';
import type { Transformation } from './transformation.ts';

/** A plain string, without escapes and other quotes. */
const PLAIN = /^(?:'([^'"\\\n]*)'|"([^'"\\\n]*)")$/;

/** Strings in the other kind of quotes. */
export const changeQuotes: Transformation = {
  name: 'writes strings in the other quotes',
  grammars: ['python', 'javascript'],
  leaves:
    'Strings with a prefix, an escape or a quote in them, those inside format strings, and values of JSX attributes.',
  changes: ({ tree }) =>
    nodesOf(tree, 'string').flatMap((node) => {
      const text = sourceOf(tree, node);
      const [whole, single, double] = PLAIN.exec(text) ?? [];
      if (whole === undefined || isWithin(tree, node, 'interpolation', 'jsx_attribute')) return [];
      return [{ at: placeOf(tree, node), newText: single === undefined ? `'${double ?? ''}'` : `"${single}"` }];
    }),
};
