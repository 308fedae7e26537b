import type { ParseOutcome, ParseText } from './parse-outcome.ts';

/** Parses a text as if `word` stood at each of the offsets, and gives the tree of the text as it is. */
export function parseCompleted(
  parse: ParseText,
  text: string,
  { word, offsets }: { readonly word: string; readonly offsets: readonly number[] },
): ParseOutcome {
  if (offsets.length === 0) return parse(text);
  const parts: string[] = [];
  let from = 0;
  for (const offset of offsets) {
    parts.push(text.slice(from, offset), word);
    from = offset;
  }
  parts.push(text.slice(from));
  const outcome = parse(parts.join(''));
  if (!('tree' in outcome)) return outcome;
  const { tree } = outcome;
  return {
    tree: {
      ...tree,
      text,
      starts: without(tree.starts, word.length, offsets),
      ends: without(tree.ends, word.length, offsets),
    },
  };
}

/** Offsets of the completed text as those of the text itself. */
function without(places: Uint32Array, length: number, offsets: readonly number[]): Uint32Array {
  return places.map((place) => {
    let [low, high] = [0, offsets.length];
    // How many of the words begin before the place; the k-th begins at its offset plus those before it.
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((offsets[middle] ?? 0) + middle * length < place) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return place;
    const last = (offsets[low - 1] ?? 0) + (low - 1) * length;
    const inside = Math.min(length, place - last);
    return place - (low - 1) * length - inside;
  });
}
