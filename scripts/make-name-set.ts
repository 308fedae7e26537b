import { type NameSetLayout, placesOf } from '../src/extensions/detectors/packages/name-set.ts';

/** A set with the bytes that it is kept in. */
export interface MadeNameSet {
  readonly layout: NameSetLayout;
  readonly bytes: Uint8Array;
}

const MOST_TRIES = 50;

/**
 * Makes a set of names that differ from each other.
 *
 * @throws {RangeError} when there is no set for them, which means that two are the same.
 */
export function makeNameSet(names: readonly string[], bits: number): MadeNameSet {
  const count = Math.max(2, names.length);
  const factor = Math.max(1.125, 0.875 + (0.25 * Math.log(1e6)) / Math.log(count));
  const segmentLength = Math.min(2 ** 16, 2 ** Math.floor(Math.log(count) / Math.log(3.33) + 2.25));
  const segments = Math.max(1, Math.ceil((count * factor) / segmentLength) - 2);
  for (let seed = 1; seed <= MOST_TRIES; seed += 1) {
    const layout = { bits, seed, segmentLength, segments };
    const marks = tryToFill(names, layout);
    if (marks !== undefined) return { layout, bytes: packed(marks, bits) };
  }
  throw new RangeError('No set holds these names: is one there twice?');
}

/** What stands at each place; `undefined` when some names cannot be told from each other with this seed. */
function tryToFill(names: readonly string[], layout: NameSetLayout): Uint8Array | undefined {
  const size = (layout.segments + 2) * layout.segmentLength;
  const all = names.map((name) => placesOf(name, layout));
  // Of each place: how many names have it, and the numbers of these names, xored: of a single one its own number.
  const users = new Uint32Array(size);
  const numbers = new Uint32Array(size);
  for (const [number, { first, second, third }] of all.entries()) {
    for (const place of [first, second, third]) {
      users[place] = (users[place] ?? 0) + 1;
      numbers[place] = (numbers[place] ?? 0) ^ number;
    }
  }
  const alone = [...users.keys()].filter((place) => users[place] === 1);
  const taken: { readonly number: number; readonly place: number }[] = [];
  for (let place = alone.pop(); place !== undefined; place = alone.pop()) {
    if (users[place] !== 1) continue;
    const number = numbers[place] ?? 0;
    taken.push({ number, place });
    const { first = 0, second = 0, third = 0 } = all[number] ?? {};
    for (const other of [first, second, third]) {
      users[other] = (users[other] ?? 0) - 1;
      numbers[other] = (numbers[other] ?? 0) ^ number;
      if (users[other] === 1) alone.push(other);
    }
  }
  if (taken.length < names.length) return undefined;
  const marks = new Uint8Array(size);
  for (const { number, place } of taken.reverse()) {
    const { first = 0, second = 0, third = 0, mark = 0 } = all[number] ?? {};
    // The place itself is still empty, so it does not count.
    marks[place] = mark ^ (marks[first] ?? 0) ^ (marks[second] ?? 0) ^ (marks[third] ?? 0);
  }
  return marks;
}

function packed(marks: Uint8Array, bits: number): Uint8Array {
  // One byte more, so that two can always be read.
  const bytes = new Uint8Array(Math.ceil((marks.length * bits) / 8) + 1);
  for (const [place, mark] of marks.entries()) {
    const first = (place * bits) >>> 3;
    const shifted = mark << ((place * bits) & 7);
    bytes[first] = (bytes[first] ?? 0) | (shifted & 255);
    bytes[first + 1] = (bytes[first + 1] ?? 0) | (shifted >>> 8);
  }
  return bytes;
}
