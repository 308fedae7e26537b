import { placeOf } from '../faults.ts';
import type { Language } from '../language.ts';
import { ERROR_TYPE, endOf, nextOf, parentOf, type SyntaxTree, startOf, typeOf } from '../tree.ts';
import { blamed } from './blamed.ts';
import type { Stretch } from './conditionals.ts';

/** Places that are looked at in each; a text in another language has thousands. */
const MOST_PLACES = 2000;
/** Characters of a line that are looked at. */
const LONGEST_LINE = 400;

/** What may be to blame for a place. */
export interface Blamed extends Stretch {
  /** In the body of a function, where whatever is blanked may do something. */
  readonly isInside: boolean;
}

/** A place that does not parse. */
export interface Broken extends Stretch {
  readonly isForgiven: boolean;
  /** A macro, or a directive in the middle of something, that may be to blame. */
  readonly blame: Blamed | undefined;
}

/** How many places there are that the language does not forgive. */
export function faultsIn(places: readonly Broken[]): number {
  return places.filter(({ isForgiven }) => !isForgiven).length;
}

/** Where the text does not parse; of errors within errors only the innermost. */
export function brokenPlaces(tree: SyntaxTree, language: Language): readonly Broken[] {
  const error = tree.typeNames.lastIndexOf(ERROR_TYPE);
  const nodes: number[] = [];
  for (let node = 0; node < tree.size && nodes.length < MOST_PLACES; node += 1)
    if (tree.types[node] === error || tree.missing[node] === 1) nodes.push(node);
  const lines = {
    lineStart: (offset: number): number => {
      const from = Math.max(0, offset - LONGEST_LINE);
      return from + tree.text.slice(from, offset).lastIndexOf('\n') + 1;
    },
  };
  const found: Broken[] = [];
  for (const [index, node] of nodes.entries()) {
    if (tree.types[node] === error && (nodes[index + 1] ?? tree.size) < nextOf(tree, node)) continue;
    const place = placeOf(tree, node, lines);
    const [start, end] = [startOf(tree, node), endOf(tree, node)];
    found.push({
      start,
      end,
      isForgiven: language.forgives?.(place) === true,
      blame: blameFor(tree, node),
    });
  }
  return found;
}

/** What is missing behind a macro that is called as a statement is no reason to leave the call out. */
function blameFor(tree: SyntaxTree, node: number): Blamed | undefined {
  const place = { start: startOf(tree, node), end: endOf(tree, node) };
  const found = tree.missing[node] === 1 ? undefined : blamed(tree.text, place);
  if (found === undefined) return undefined;
  let at = node;
  while (at !== 0 && typeOf(tree, at) !== 'compound_statement') at = parentOf(tree, at);
  return { ...found, isInside: at !== 0 };
}
