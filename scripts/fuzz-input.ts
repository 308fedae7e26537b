import { MUTATIONS, randomBytes } from './fuzz-mutations.ts';
import { nested, nestedBlocks } from './fuzz-nesting.ts';
import { fuzzRandom } from './fuzz-random.ts';

/** One text for the detector, and how it was made. */
export interface FuzzInput {
  readonly text: string;
  /** Names of the mutations, in order. */
  readonly made: string;
}

/** Code units; a larger file is cut to a window of this length. */
const MAX_SEED_LENGTH = 6000;
/** Code units; the time limit is meant for inputs below this. */
const MAX_LENGTH = 20_000;

/**
 * The input of a seed and an index: always the same one for the same seeds.
 *
 * @param seeds Code to start from, at least one text.
 */
export function fuzzInput(language: string, seeds: readonly string[], seed: number, index: number): FuzzInput {
  const random = fuzzRandom(seed, index);
  if (random.oneIn(25)) return { text: randomBytes(random.below(3000), random), made: 'bytes' };
  if (random.oneIn(25)) return { text: nested(language, random), made: 'nested' };
  if (random.oneIn(50)) return { text: nestedBlocks(language, random), made: 'nestedBlocks' };

  const window = (): string => {
    const text = seeds[random.below(seeds.length)] ?? '';
    if (text.length <= MAX_SEED_LENGTH) return text;
    const from = random.below(text.length - MAX_SEED_LENGTH);
    // From the start of a line, so that most of it parses.
    return text.slice(text.indexOf('\n', from) + 1, from + MAX_SEED_LENGTH);
  };
  const names = Object.keys(MUTATIONS);
  let text = window();
  const made: string[] = [];
  for (let left = random.below(4); left >= 0; left -= 1) {
    const name = names[random.below(names.length)] ?? '';
    text = (MUTATIONS[name]?.(text, { language, random, other: window() }) ?? text).slice(0, MAX_LENGTH);
    made.push(name);
  }
  return { text, made: made.join(' ') };
}
